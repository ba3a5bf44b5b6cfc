import { useWords } from '../../i18n/words.ts';
import { Local, OtherScript } from '../../ui/name.tsx';
import css from './plate.module.css';
import type { Plate } from './plate.ts';

/** A person's name in the page's language. */
export function Name({ plate }: { plate: Pick<Plate, 'name'> }) {
  const { t } = useWords();
  return Object.keys(plate.name).length > 0 ? <Local of={plate.name} /> : <>{t('people.unnamed')}</>;
}

type Props = { plate: Plate; size?: 'row' | 'stage' | 'page' };

/** The name plate: both scripts, and the organisation in both. */
export function NamePlate({ plate, size = 'row' }: Props) {
  return (
    <span className={css.plate} data-size={size}>
      <span className={css.name}><Name plate={plate} /> <OtherScript of={plate.name} className={css.other} /></span>
      {plate.organisation && (
        <span className={css.house}><Local of={plate.organisation} />{size !== 'row' && <OtherScript of={plate.organisation} className={css.otherHouse} />}</span>
      )}
    </span>
  );
}
