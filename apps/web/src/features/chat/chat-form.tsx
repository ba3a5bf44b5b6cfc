import { IconSend } from '@tabler/icons-react';
import { useId, useState } from 'react';
import { useWords } from '../../i18n/words.ts';
import { IconButton } from '../../ui/controls/button.tsx';
import type { ChatPanel } from './chat-panel.ts';
import css from './chat.module.css';

/** UTF-16 units, as in the rules; how many are left is told near the end. */
const most = 500;
const nearEnd = 50;
const silences = { muted: 'chat.youMuted', closed: 'chat.closed', over: 'chat.over' } as const;

type Props = { panel: ChatPanel; write: (text: string) => Promise<boolean>; draft: string; setDraft: (text: string) => void };

export function ChatForm({ panel: { silent, waitSeconds, slowSeconds, moderating }, write, draft, setDraft }: Props) {
  const { t } = useWords();
  const id = useId();
  const [sending, setSending] = useState(false);
  if (silent) return <p className={css.silent} role="status" data-testid={`chat-${silent}`}>{t(silences[silent])}</p>;
  const text = draft.trim();
  const ready = text !== '' && !sending && waitSeconds === 0;
  const left = most - draft.length;
  const send = async () => {
    if (!ready) return;
    setSending(true);
    // A refused message stays in the box.
    if (await write(text)) setDraft('');
    setSending(false);
  };
  const hint = slowHint({ waitSeconds, slowSeconds: moderating ? 0 : slowSeconds });
  return (
    <form className={css.form} onSubmit={(event) => { event.preventDefault(); void send(); }}>
      <textarea className={css.write} aria-label={t('chat.write')} placeholder={t('chat.write')} rows={1} maxLength={most} value={draft} readOnly={sending} data-testid="chat-text"
        aria-describedby={hint ? id : undefined} onChange={(event) => setDraft(event.currentTarget.value)}
        onKeyDown={(event) => {
          // While Chinese is composed, Enter chooses a word.
          if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return;
          event.preventDefault();
          void send();
        }} />
      <IconButton className={css.send} label={t('chat.send')} disabled={!ready} aria-busy={sending || undefined} onClick={() => void send()} data-testid="chat-send"><IconSend size={22} /></IconButton>
      {hint && <p id={id} className={css.hint}>{t(hint.words, { count: hint.count })}</p>}
      {left <= nearEnd && <p className={css.left} aria-hidden>{left}</p>}
    </form>
  );
}

function slowHint({ waitSeconds, slowSeconds }: Pick<ChatPanel, 'waitSeconds' | 'slowSeconds'>): { words: 'chat.wait' | 'chat.slow'; count: number } | null {
  if (waitSeconds > 0) return { words: 'chat.wait', count: waitSeconds };
  return slowSeconds > 0 ? { words: 'chat.slow', count: slowSeconds } : null;
}
