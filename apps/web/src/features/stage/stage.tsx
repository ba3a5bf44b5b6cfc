import { useEffect } from 'react';
import { inLanguage } from '../../i18n/local-text.ts';
import { useWords } from '../../i18n/words.ts';
import { useMedia, useSeat } from '../../live/seat.tsx';
import { Picture } from '../../media/picture.tsx';
import { Local, OtherScript } from '../../ui/name.tsx';
import type { Plate } from '../member/plate.ts';
import { NamePlate } from '../member/plate.tsx';
import type { StagePanel } from './stage-panel.ts';
import css from './stage.module.css';

type Props = { panel: StagePanel; me: string; pictures: boolean };

/** Who is seen and heard now. */
export function StageView({ panel, me, pictures }: Props) {
  const { t } = useWords();
  const { speaker, state, turn, layout, beside } = panel;
  return (
    <section className={css.stage} aria-label={t('room.stage')} data-testid="stage" data-layout={beside.length === 0 ? 'speaker' : layout}
      data-turn={turn ?? undefined} data-speaker={speaker?.participantId} data-state={state}>
      <div className={css.main}>
        {speaker ? <Seen plate={speaker} me={me} pictures={pictures} size="page" /> : <EmptyStage panel={panel} />}
        {state === 'paused' && <div className={css.paused} data-testid="paused"><strong>{t('room.paused')}</strong><span>{t('room.pausedText')}</span></div>}
      </div>
      {beside.length > 0 && (
        <ul className={css.beside}>
          {beside.map(({ plate, next }) => (
            <li key={plate.participantId}>
              <Seen plate={plate} me={me} pictures={pictures} size="row" />
              {next && <span className={css.tag}>{t('room.next')}</span>}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

type SeenProps = { plate: Plate; me: string; pictures: boolean; size: 'page' | 'row' };

/** A person's picture with the name plate on it, or, without a camera, the plate alone. */
function Seen({ plate, me, pictures, size }: SeenProps) {
  const { language } = useWords();
  const { media } = useSeat();
  const mine = plate.participantId === me;
  const received = useMedia((state) => state.received.find((one) => one.participantId === plate.participantId && one.kind === 'video' && one.flowing));
  // Before their turn nobody sees them: their own place on the stage must not look as if somebody did.
  const own = useMedia(({ camera }) => (camera.onAir || size === 'page' ? camera.track : null));
  const level = useMedia((state) => state.levels[plate.participantId] ?? 0);
  const consumerId = received?.consumerId;
  useEffect(() => {
    if (consumerId !== undefined) media.prefer(consumerId, size === 'page' ? 2 : 0);
  }, [media, consumerId, size]);
  const track = mine ? own : received?.track;
  const style = { '--level': level / 127 } as React.CSSProperties;
  if (!pictures || !track) return <div className={css.typographic} data-size={size} data-testid="plate" style={style}><NamePlate plate={plate} size={size} /></div>;
  return (
    <div className={css.pictured} data-size={size} style={style}>
      <Picture track={track} mirrored={mine} label={inLanguage(plate.name, language).text} />
      <div className={css.caption} data-testid="plate"><NamePlate plate={plate} size={size === 'page' ? 'stage' : 'row'} /></div>
    </div>
  );
}

function EmptyStage({ panel: { state, title } }: { panel: StagePanel }) {
  const { t } = useWords();
  const line = { before: t('room.begins'), closed: t('room.closed'), empty: t('room.nobody'), paused: null, speaking: null }[state];
  return (
    <div className={css.empty}>
      <p className={css.title}><Local of={title} /></p>
      <p className={css.subtitle}><OtherScript of={title} /></p>
      {line && <p className="faint">{line}</p>}
      {state === 'closed' && <p className={css.after}>{t('room.closedText')}</p>}
    </div>
  );
}
