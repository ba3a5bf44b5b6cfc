import type { QuestionId } from '@yaji/contracts';
import { useEffect, useRef } from 'react';
import { useWords } from '../../i18n/words.ts';
import type { RoomView } from '../../live/room-view.ts';
import { tell } from '../../ui/dialog/notices.tsx';
import { newsOf, type Standing, standingsOf } from './standings.ts';

/** Tells askers what became of their questions, whatever they are looking at. */
export default function QuestionNews({ view }: { view: RoomView }) {
  const { t } = useWords();
  const before = useRef<ReadonlyMap<QuestionId, Standing> | null>(null);
  const now = standingsOf(view);
  useEffect(() => {
    for (const news of before.current === null ? [] : newsOf(before.current, now)) tell({ text: t(`questionNews.${news.what}`, { text: news.text }), tone: 'plain', forMs: 10_000 });
    before.current = now;
  });
  return null;
}
