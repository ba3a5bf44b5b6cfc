import type { CaptionLine, Refusal } from '@yaji/contracts';
import { useEffect, useState } from 'react';
import type { Live } from '../../live/live-client.ts';
import { takeLines } from './held-lines.ts';

const answerMs = 5_000;
type Answer = { lines: CaptionLine[] } | { refusal: Refusal };

/** What is said, as it is told; who comes late or comes back asks for the last lines. */
export function useCaptions({ socket }: Live): readonly CaptionLine[] {
  const [held, setHeld] = useState<readonly CaptionLine[]>([]);
  useEffect(() => {
    const take = (lines: CaptionLine[]) => setHeld((before) => takeLines(before, lines));
    const ask = () => {
      socket.timeout(answerMs).emit('captionsNow', (error: Error | null, answer: Answer) => {
        // What cannot be had now comes with the next line; a lost connection brings a snapshot, and asks again.
        if (!error && 'lines' in answer) take(answer.lines);
      });
    };
    socket.on('captions', take);
    socket.on('snapshot', ask);
    ask();
    return () => {
      socket.off('captions', take);
      socket.off('snapshot', ask);
    };
  }, [socket]);
  return held;
}
