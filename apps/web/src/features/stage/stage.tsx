import type { ParticipantId } from '@yaji/contracts';
import { useEffect } from 'react';
import { inLanguage } from '../../i18n/local-text.ts';
import { useWords } from '../../i18n/words.ts';
import { useMedia, useSeat } from '../../live/seat.tsx';
import { Picture } from '../../media/picture.tsx';
import { Local, OtherScript } from '../../ui/name.tsx';
import type { Plate } from '../member/plate.ts';
import { Name, NamePlate } from '../member/plate.tsx';
import type { StagePanel } from './stage-panel.ts';
import css from './stage.module.css';

type Props = { panel: StagePanel; me: string; pictures: boolean };

/** Who is seen and heard now. */
export function StageView({ panel, me, pictures }: Props) {
  const { t } = useWords();
  const { speaker, state, turn, layout, beside, voice } = panel;
  const arranged = beside.length === 0 ? 'speaker' : layout === 'speaker' ? 'speaker-and-next' : layout;
  return (
    <section className={css.stage} aria-label={t('room.stage')} data-testid="stage" data-layout={arranged} data-turn={turn ?? undefined}
      data-speaker={speaker?.participantId} data-state={state} data-voice={voice ?? undefined} data-interpreter={panel.interpreter?.participantId}>
      <div className={css.main}>
        {speaker ? <Seen plate={speaker} voice={voice} me={me} pictures={pictures} size="page" /> : panel.together.length > 0 ? <Together panel={panel} me={me} pictures={pictures} /> : <EmptyStage panel={panel} />}
        <Notes panel={panel} />
      </div>
      {beside.length > 0 && (
        <ul className={css.beside}>
          {beside.map(({ plate, as }) => (
            <li key={plate.participantId} data-as={as}>
              <Seen plate={plate} me={me} pictures={pictures} size="row" />
              {as !== 'guest' && <span className={css.tag}>{t(as === 'next' ? 'room.next' : 'floor.waitsToGoOn')}</span>}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

/** Everybody on the stage, alike, while the floor is open. */
function Together({ panel: { together }, me, pictures }: Props) {
  return <ul className={css.together} data-count={together.length} data-testid="together">{together.map((plate) => <li key={plate.participantId}><Seen plate={plate} voice={plate.participantId} me={me} pictures={pictures} size="row" /></li>)}</ul>;
}

/** What a picture does not tell: a pause, another voice than the face, somebody who waits to go on. */
function Notes({ panel: { state, interpreter, interrupted } }: { panel: StagePanel }) {
  const { t } = useWords();
  if (state !== 'paused' && !interpreter && !interrupted) return null;
  return (
    <div className={css.notes}>
      {state === 'paused' && <div className={css.told} data-testid="paused"><strong>{t('room.paused')}</strong><span>{t('room.pausedText')}</span></div>}
      {interpreter && <div className={css.told} data-testid="interpreter"><span>{t('floor.interpretedBy')}</span><strong><Name plate={interpreter} /></strong></div>}
      {interrupted && <div className={`${css.told} ${css.kept}`} data-testid="kept"><span>{t('floor.waitsToGoOn')}</span><strong><Name plate={interrupted} /></strong></div>}
    </div>
  );
}

/** `voice`: whose sound goes with the picture; left out: none. */
type SeenProps = { plate: Plate; voice?: ParticipantId | null; me: string; pictures: boolean; size: 'page' | 'row' };

/** A person's picture with the name plate on it, or, without a camera, the plate alone. */
function Seen({ plate, voice = null, me, pictures, size }: SeenProps) {
  const { language } = useWords();
  const { media } = useSeat();
  const mine = plate.participantId === me;
  const received = useMedia((state) => state.received.find((one) => one.participantId === plate.participantId && one.kind === 'video' && one.flowing));
  // Before their turn nobody sees them: their own place on the stage must not look as if somebody did.
  const own = useMedia(({ camera }) => (camera.onAir || size === 'page' ? camera.track : null));
  const level = useMedia((state) => (voice === null ? 0 : state.levels[voice] ?? 0));
  const consumerId = received?.consumerId;
  const layer = size === 'page' ? 2 : voice === null ? 0 : 1;
  useEffect(() => {
    if (consumerId !== undefined) media.prefer(consumerId, layer);
  }, [media, consumerId, layer]);
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
  const line = { before: t('room.begins'), closed: t('room.closed'), empty: t('room.nobody'), open: t('floor.modeOpen'), paused: null, speaking: null }[state];
  return (
    <div className={css.empty}>
      <p className={css.title}><Local of={title} /></p>
      <p className={css.subtitle}><OtherScript of={title} /></p>
      {line && <p className="faint">{line}</p>}
      {state === 'closed' && <p className={css.after}>{t('room.closedText')}</p>}
    </div>
  );
}
