import { useWords } from '../../i18n/words.ts';
import { ButtonLink } from '../../ui/controls/button.tsx';
import { Frame } from '../../ui/frame.tsx';
import { useTitle } from '../../ui/route/title.ts';
import { Slate } from '../../ui/slate.tsx';

export function Lost() {
  const { t } = useWords();
  useTitle(t('error.notFoundTitle'));
  return (
    <Frame>
      <Slate testid="not-found" title={t('error.notFoundTitle')} act={<ButtonLink to="/">{t('app.home')}</ButtonLink>}><p>{t('error.notFoundText')}</p></Slate>
    </Frame>
  );
}
