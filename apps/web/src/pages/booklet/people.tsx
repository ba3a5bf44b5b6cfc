import type { BookletPerson } from '@yaji/contracts';
import { isModerating } from '@yaji/salon';
import { useWords } from '../../i18n/words.ts';
import { Local, OtherScript } from '../../ui/name.tsx';
import css from './booklet.module.css';

/** Who speaks; those who listen are not printed. */
export function People({ people }: { people: readonly BookletPerson[] }) {
  const { t } = useWords();
  const printed = people.filter(({ role }) => isModerating(role) || role === 'speaker' || role === 'interpreter');
  return printed.length === 0 ? null : (
    <section className={css.programme}>
      <h2>{t('booklet.people')}</h2>
      <ul className={css.people}>
        {printed.map(({ participantId, name, organisation, role }) => (
          <li key={participantId}>
            <p className={css.name}><Local of={name} /> <span className="faint"><OtherScript of={name} /></span></p>
            {organisation && <p className="small"><Local of={organisation} /></p>}
            {role !== 'speaker' && <p className="faint small">{t(`role.${role}`)}</p>}
          </li>
        ))}
      </ul>
    </section>
  );
}
