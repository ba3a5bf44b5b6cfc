import { IconMessage, IconMessageOff, IconTrash } from '@tabler/icons-react';
import { memo } from 'react';
import { inLanguage } from '../../i18n/local-text.ts';
import { useWords } from '../../i18n/words.ts';
import { IconButton } from '../../ui/controls/button.tsx';
import { Moment } from '../../ui/moment.tsx';
import { Name } from '../member/plate.tsx';
import type { ChatActs } from './acts.ts';
import type { ChatRow } from './chat-panel.ts';
import css from './chat.module.css';

type Props = ChatRow & { acts: ChatActs };

/** One message. Drawn again only when something of it has changed: the page's clock goes on every second. */
export const ChatLine = memo(function ChatLine(props: Props) {
  const { t } = useWords();
  const { message: { number, at, text }, name, mine, headed, muted } = props;
  return (
    <li className={css.line} data-testid="chat-message" data-number={number} data-mine={mine || undefined} data-headed={headed || undefined}>
      {headed && (
        <p className={css.head}>
          <span className={css.name}><Name plate={{ name }} /></span>
          <span className="faint small">{mine && <>{t('app.you')} · </>}<Moment at={at} />{muted && <> · {t('chat.mutedMark')}</>}</span>
        </p>
      )}
      <p className={css.text}>{text === null ? <Deleted by={props.deletedBy} /> : <bdi>{text}</bdi>}</p>
      <LineActs {...props} />
    </li>
  );
});

function Deleted({ by }: { by: ChatRow['deletedBy'] }) {
  const { t, language } = useWords();
  return <span className="faint small">{by ? t('chat.removedBy', { name: inLanguage(by, language).text }) : t('chat.removed')}</span>;
}

/** What can be done to a message; to its writer, where the writer is named. */
function LineActs({ message: { number, by }, name, mine, headed, mayDelete, muted, acts }: Props) {
  const { t, language } = useWords();
  const written = inLanguage(name, language).text;
  const rules = headed && muted !== null;
  if (!mayDelete && !rules) return null;
  return (
    <span className={css.acts}>
      {rules && (muted
        ? <IconButton small label={t('chat.unmute', { name: written })} onClick={() => acts.unmute(by)}><IconMessage size={18} /></IconButton>
        : <IconButton small label={t('chat.mute', { name: written })} onClick={() => acts.mute(by, name, language)} data-testid="chat-mute"><IconMessageOff size={18} /></IconButton>)}
      {mayDelete && <IconButton small label={mine ? t('chat.deleteOwn') : t('chat.delete', { name: written })} onClick={() => acts.remove(number)} data-testid="chat-delete"><IconTrash size={18} /></IconButton>}
    </span>
  );
}
