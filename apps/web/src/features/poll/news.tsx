import type { PollId } from '@yaji/contracts';
import { useEffect, useRef } from 'react';
import { inLanguage } from '../../i18n/local-text.ts';
import { useWords } from '../../i18n/words.ts';
import type { RoomView } from '../../live/room-view.ts';
import { tell } from '../../ui/dialog/notices.tsx';
import { isAsked } from './is-asked.ts';

/** Says once that a poll waits for one's answer, and leads there. */
export default function PollNews({ view, shown, show }: { view: RoomView; /** The polls are before one's eyes. */ shown: boolean; show: () => void }) {
  const { t, language } = useWords();
  const told = useRef<PollId | null>(null);
  const open = view.room.polls.find(({ status }) => status === 'open');
  useEffect(() => {
    if (!open || told.current === open.pollId || !isAsked(view)) return;
    told.current = open.pollId;
    if (!shown) tell({ text: t('poll.opened', { title: inLanguage(open.plan.title, language).text }), tone: 'plain', forMs: 20_000, act: { label: t('poll.answerNow'), run: show } });
  });
  return null;
}
