import { IconBroadcast } from '@tabler/icons-react';
import { useWords } from '../../../i18n/words.ts';
import { IconButton } from '../../../ui/controls/button.tsx';
import { useQueryOf } from '../../../ui/route/query.ts';

/** To watch the room as a stream; the address says so, and may be passed on. */
export default function StreamSwitch() {
  const { t } = useWords();
  const [query, change] = useQueryOf();
  const isStream = query.get('view') === 'stream';
  const turn = () => change((to) => {
    if (isStream) to.delete('view');
    else to.set('view', 'stream');
  });
  return <IconButton label={t('stream.watch')} aria-pressed={isStream} onClick={turn} data-testid="stream-switch"><IconBroadcast size={22} /></IconButton>;
}
