import { inLanguage } from '../../i18n/local-text.ts';
import { useWords, type Wording } from '../../i18n/words.ts';
import type { RoomView } from '../../live/room-view.ts';
import { useLive } from '../../live/seat.tsx';
import { Moment } from '../../ui/moment.tsx';
import { plateOf } from '../member/plate.ts';
import { type LogLine, logLine } from './log-line.ts';
import css from './log.module.css';

/** What those who preside did lately, with their names: two moderators never wonder who it was. */
export function DeskLog({ view: { room } }: { view: RoomView }) {
  const { t } = useWords();
  const recent = useLive((state) => state.recent);
  const lines = recent.flatMap((event) => logLine(room, event) ?? []).slice(-6).reverse();
  return lines.length === 0 ? null : (
    <section className={css.log} data-testid="desk-log" aria-live="polite">
      <h2 className="label">{t('desk.log')}</h2>
      <ul>{lines.map((line) => <li key={line.seq}><span className="faint figures"><Moment at={line.at} /></span> <Sentence line={line} room={room} /></li>)}</ul>
    </section>
  );
}

function Sentence({ line: { by, what, who, title, minutes, role }, room }: { line: LogLine; room: RoomView['room'] }) {
  const { t, language } = useWords();
  const named = (id: typeof by | null) => (id === null ? '' : inLanguage(plateOf(room, id).name, language).text);
  const values = { who: named(who), what: title ? inLanguage(title, language).text : '', minutes: minutes ?? 0, role: role === null ? '' : t(`role.${role}` as Wording) };
  return <span><bdi>{t('log.by', { name: named(by) })}</bdi> {t(`log.${what}`, values)}</span>;
}
