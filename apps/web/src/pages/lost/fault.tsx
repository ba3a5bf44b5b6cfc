import { useWords } from '../../i18n/words.ts';
import { faultWords } from '../../session/fault-words.ts';
import { Button, ButtonLink } from '../../ui/controls/button.tsx';
import { Slate } from '../../ui/slate.tsx';

/** An error of the server, in a sentence; with something to do. */
export function Fault({ error, again }: { error: unknown; again?: (() => void) | undefined }) {
  const { t } = useWords();
  const { title, text } = faultWords(error);
  return (
    <Slate testid="fault" title={title} act={<>{again && <Button onClick={again}>{t('app.retry')}</Button>}<ButtonLink variant="plain" to="/">{t('app.home')}</ButtonLink></>}>
      <p>{text}</p>
    </Slate>
  );
}
