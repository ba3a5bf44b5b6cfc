import type { SlowSeconds } from '@yaji/contracts';
import { useId } from 'react';
import { inLanguage } from '../../i18n/local-text.ts';
import { useWords } from '../../i18n/words.ts';
import { Button } from '../../ui/controls/button.tsx';
import type { ChatActs } from './acts.ts';
import type { ChatPanel } from './chat-panel.ts';
import css from './chat.module.css';

const choices: readonly SlowSeconds[] = [0, 5, 10, 30, 60];

type Props = { panel: ChatPanel; muted: NonNullable<ChatPanel['moderating']>['muted']; acts: ChatActs };

/** What moderators settle for the whole chat, and whom they have muted. */
export function ChatRules({ panel: { slowSeconds, closed }, muted, acts }: Props) {
  const { t, language } = useWords();
  const id = useId();
  return (
    <div className={css.rules}>
      <span className={css.slow}>
        <label htmlFor={id}>{t('chat.slowMode')}</label>
        <select id={id} value={slowSeconds} data-testid="chat-slow" onChange={(event) => acts.setSlow(choices[event.currentTarget.selectedIndex] ?? 0)}>
          {choices.map((seconds) => <option key={seconds} value={seconds}>{seconds === 0 ? t('chat.slowOff') : t('chat.slowEvery', { seconds })}</option>)}
        </select>
      </span>
      <Button size="sm" variant={closed ? 'light' : 'quiet'} onClick={closed ? acts.reopen : acts.close} data-testid={closed ? 'chat-reopen' : 'chat-close'}>{t(closed ? 'chat.reopen' : 'chat.close')}</Button>
      {muted.length > 0 && (
        <ul className={css.mutedList}>
          {muted.map(({ participantId, name }) => (
            <li key={participantId}><Button size="sm" variant="quiet" onClick={() => acts.unmute(participantId)} data-testid="chat-unmute">{t('chat.unmute', { name: inLanguage(name, language).text })}</Button></li>
          ))}
        </ul>
      )}
    </div>
  );
}
