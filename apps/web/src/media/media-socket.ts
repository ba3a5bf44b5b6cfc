import type { MediaAnswer, MediaError, MediaIn, MediaNotices, MediaOut, MediaRequestName } from '@yaji/contracts';
import { io, type Socket } from 'socket.io-client';
import type { Pass } from '../live/live-client.ts';

/** The node's no; `gone` when it did not answer at all. */
export class MediaFault extends Error {
  override name = 'MediaFault';
  readonly code: MediaError | 'gone';
  constructor(code: MediaError | 'gone', options?: ErrorOptions) {
    super(code, options);
    this.code = code;
  }
}

type NodeSocket = Socket<MediaNotices, Record<MediaRequestName, () => void>>;
/** Socket.IO cannot type one acknowledgement per name; `ask` does. */
type Emitting = { emit: (name: MediaRequestName, data: unknown, ack: (error: Error | null, answer: MediaAnswer<MediaRequestName>) => void) => void };
export type MediaSocket = {
  /** Rejects with a MediaFault. */
  ask: <N extends MediaRequestName>(name: N, data: MediaIn<N>) => Promise<MediaOut<N>>;
  on: NodeSocket['on'];
  close: () => void;
};

const patienceMs = 6_000;

/** Connects once: a lost node is left for good, since another pass may lead elsewhere. `lost` is called at most once. */
export function openMediaSocket({ url, token }: Pass, lost: () => void): Promise<MediaSocket> {
  const socket: NodeSocket = io(new URL('/media', url).href, { transports: ['websocket'], auth: { token }, forceNew: true, reconnection: false, timeout: patienceMs });
  const ask: MediaSocket['ask'] = (name, data) => new Promise((answered, failed) => {
    (socket.timeout(patienceMs) as unknown as Emitting).emit(name, data, (error, answer) => {
      if (error) failed(new MediaFault('gone', { cause: error }));
      else if (answer.ok) answered(answer.data as MediaOut<typeof name>);
      else failed(new MediaFault(answer.error));
    });
  });
  return new Promise((opened, failed) => {
    socket.once('connect', () => {
      socket.once('disconnect', lost);
      opened({ ask, on: socket.on.bind(socket), close: () => void socket.disconnect() });
    });
    socket.once('connect_error', (error) => {
      socket.disconnect();
      // At the door a node says no in the message alone; that it is full is something else than that it is away.
      failed(new MediaFault(error.message === ('media/busy' satisfies MediaError) ? 'media/busy' : 'gone', { cause: error }));
    });
  });
}
