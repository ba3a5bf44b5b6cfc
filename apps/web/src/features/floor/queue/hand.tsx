import { IconHandStop } from '@tabler/icons-react';
import { useWords } from '../../../i18n/words.ts';
import { Button } from '../../../ui/controls/button.tsx';
import type { MyPlace } from './queue-panel.ts';
import type { Withdraw } from './queue.tsx';

type Props = { mine: MyPlace; raise: () => void; withdraw: Withdraw };

export function Hand({ mine, raise, withdraw }: Props) {
  const { t } = useWords();
  const icon = <IconHandStop size={20} aria-hidden />;
  switch (mine.state) {
    case 'may-raise': return <Button size="md" icon={icon} onClick={raise} data-testid="raise-hand">{t('floor.raise')}</Button>;
    case 'raising': return <Button size="md" icon={icon} busy data-testid="raise-hand">{t('floor.raising')}</Button>;
    case 'waiting':
      return (
        <Button size="md" variant="light" icon={icon} busy={mine.leaving} onClick={() => withdraw({ entryId: mine.entryId })} data-testid="withdraw-hand">{t('floor.withdraw')}</Button>
      );
    case 'list-closed': return <Button size="md" icon={icon} disabled title={t('floor.listClosed')} data-testid="raise-hand">{t('floor.raise')}</Button>;
    case 'speaking': case 'listens': return null;
  }
}
