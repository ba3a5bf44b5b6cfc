import { useWords } from '../../../i18n/words.ts';
import { rewording } from './rewording.ts';
import css from './transcript.module.css';

/** A text that was changed: what was taken out and what was put in. */
export function Reworded({ before, after }: { before: string; after: string }) {
  const { t } = useWords();
  const { head, was, is, tail } = rewording(before, after);
  return (
    <p className={css.reworded}>
      {head}
      {was !== '' && <del><span className="sr">{t('transcript.was')} </span>{was}</del>}
      {is !== '' && <ins><span className="sr">{t('transcript.is')} </span>{is}</ins>}
      {tail}
    </p>
  );
}
