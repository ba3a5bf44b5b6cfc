import type { BookletItem, BookletPerson, BookletRoom } from '@yaji/contracts';
import { asMinutes } from '../../i18n/times.ts';
import { useWords } from '../../i18n/words.ts';
import { ButtonLink } from '../../ui/controls/button.tsx';
import { Moment } from '../../ui/moment.tsx';
import { Local, OtherScript } from '../../ui/name.tsx';
import { paths } from '../../ui/route/paths.ts';
import css from './booklet.module.css';

type Props = { salonId: string; room: BookletRoom; people: readonly BookletPerson[]; timeZone: string; titled: boolean };

/** The run of a room, as a booklet prints it: time at the left, what and who at the right. */
export function ProgrammeOf({ salonId, room, people, timeZone, titled }: Props) {
  const { t } = useWords();
  return (
    <section className={css.programme}>
      <header className={css.programmeHead}>
        <h2>{titled ? <Local of={room.title} /> : t('booklet.programme')}</h2>
        {room.closed && <span className="faint small">{t('booklet.over')}</span>}
        {room.open && !room.closed && <span className={css.live}>{t('booklet.live')}</span>}
        {(room.hasRecording || room.hasMinutes) && <ButtonLink size="sm" variant="light" to={paths.replay(salonId, room.roomId)}>{t('booklet.replay')}</ButtonLink>}
        {room.hasMinutes && <ButtonLink size="sm" variant="plain" to={paths.report(salonId, room.roomId)}>{t('booklet.written')}</ButtonLink>}
      </header>
      <ol>{room.agenda.map((item) => <Item key={item.itemId} item={item} people={people} timeZone={timeZone} />)}</ol>
    </section>
  );
}

function Item({ item: { kind, title, plannedStartAt, plannedMs, speakers, topics }, people, timeZone }: { item: BookletItem; people: readonly BookletPerson[]; timeZone: string }) {
  const { t } = useWords();
  const named = speakers.flatMap((id) => people.find(({ participantId }) => participantId === id) ?? []);
  return (
    <li className={css.item}>
      <span className={css.time}><Moment at={plannedStartAt} timeZone={timeZone} /></span>
      <div className={css.what}>
        <p className={css.kind}>{t(`kind.${kind}`)}, {t('time.minutes', { count: asMinutes(plannedMs) })}</p>
        <h3><Local of={title} /></h3>
        <p className={css.other}><OtherScript of={title} /></p>
        {topics.length > 0 && <ol className={css.topics}>{topics.map(({ topicId, title: topic }) => <li key={topicId}><Local of={topic} /></li>)}</ol>}
        {named.length > 0 && <p className="small">{named.map(({ participantId, name, organisation }, i) => <span key={participantId}>{i > 0 && ' · '}<Local of={name} />{organisation && <span className="faint"> <Local of={organisation} /></span>}</span>)}</p>}
      </div>
    </li>
  );
}
