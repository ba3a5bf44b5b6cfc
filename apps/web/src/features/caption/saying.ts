import type { CaptionAck, CaptionRequest, LineId } from '@yaji/contracts';
import type { Live } from '../../live/live-client.ts';
import { freshId } from '../../live/live-client.ts';

const answerMs = 5_000;
/** So long a line may be, UTF-16 units. */
export const lineMost = 400;

export const freshLine = (): LineId => freshId() as LineId;

/** Says a line; the answer is null where none came. */
export const sayLine = ({ socket }: Live, data: CaptionRequest['data']): Promise<CaptionAck | null> => new Promise((answered) => {
  socket.timeout(answerMs).emit('caption', { type: 'caption.say', data } satisfies CaptionRequest, (error: Error | null, ack: CaptionAck) => answered(error ? null : ack));
});
