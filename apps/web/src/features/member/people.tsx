import { useWords } from '../../i18n/words.ts';
import type { PeoplePanel, PersonRow } from './people-panel.ts';
import css from './people.module.css';
import { NamePlate } from './plate.tsx';

/** Who is here. */
export function PeopleView({ panel: { moderators, speakers, others } }: { panel: PeoplePanel }) {
  const { t } = useWords();
  const groups = [[t('people.moderators'), moderators], [t('people.speakers'), speakers], [t('people.others'), others]] as const;
  return (
    <div className={css.people} data-testid="people">
      {groups.filter(([, rows]) => rows.length > 0).map(([title, rows]) => <Group key={title} title={title} rows={rows} />)}
    </div>
  );
}

function Group({ title, rows }: { title: string; rows: readonly PersonRow[] }) {
  const { t } = useWords();
  return (
    <section>
      <h2 className="label">{title} <span className="figures">{rows.length}</span></h2>
      <ul>
        {rows.map(({ plate, mine, inHall }) => (
          <li key={plate.participantId} className={css.person}>
            <NamePlate plate={plate} />
            <span className="faint small">{mine && t('app.you')} {inHall && t('people.inHall')}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
