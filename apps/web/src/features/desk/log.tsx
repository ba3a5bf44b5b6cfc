import { inLanguage } from '../../i18n/local-text.ts';
import { useWords, type Wording, type Words } from '../../i18n/words.ts';
import type { RoomView } from '../../live/room-view.ts';
import { useLive } from '../../live/seat.tsx';
import { Moment } from '../../ui/moment.tsx';
import { modeWording, orderWords } from '../floor/order/order-words.ts';
import { plateOf } from '../member/plate.ts';
import { type LogLine, logLine } from './log-line.ts';
import css from './log.module.css';

/** What those who preside did lately, with their names: two moderators never wonder who it was. */
export function DeskLog({ view: { room } }: { view: RoomView }) {
  const { t } = useWords();
  const recent = useLive((state) => state.recent);
  const lines = recent.flatMap((event) => logLine(room, event) ?? []).slice(-4).reverse();
  return (
    <section className={css.log} data-testid="desk-log" aria-live="polite">
      <h2 className="label">{t('desk.log')}</h2>
      {lines.length === 0 && <p className="faint small">{t('desk.logNone')}</p>}
      <ul>{lines.map((line) => <li key={line.seq}><span className="faint figures"><Moment at={line.at} /></span> <Sentence line={line} room={room} /></li>)}</ul>
    </section>
  );
}

function Sentence({ line, room }: { line: LogLine; room: RoomView['room'] }) {
  const { t, language } = useWords();
  const said = (texts: LogLine['who']) => (texts ? inLanguage(texts, language).text : '');
  const values = {
    who: said(line.who) || t('people.unnamed'), what: whatOf(line, { t, language }) ?? said(line.what), minutes: line.minutes ?? 0,
    role: line.role === undefined ? '' : t(`role.${line.role}` as Wording),
  };
  return <span><bdi>{t('log.by', { name: said(plateOf(room, line.by).name) })}</bdi> <bdi>{t(`log.${line.did}`, values)}</bdi></span>;
}

/** What was chosen is said as the list and the mode say it themselves. */
function whatOf({ mode, policies }: LogLine, around: { t: Words; language: string }): string | null {
  if (policies) return orderWords(policies, around);
  return mode === undefined ? null : around.t(modeWording[mode].title);
}
