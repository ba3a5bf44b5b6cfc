import type { Snapshot } from '@yaji/contracts';

type Packet = { type: number; nsp: string; id?: number; data?: unknown };
type Encoder = { encode(packet: Packet): unknown[] };

const eventPacket = 2;
/** Views that many are told are one object (view-for.ts), which nobody changes. */
const texts = new WeakMap<object, string>();

function textOf(room: object): string {
  const text = texts.get(room) ?? JSON.stringify(room);
  texts.set(room, text);
  return text;
}

/**
 * The view in a snapshot is put into JSON once for all who get the same. A room of five thousand is two megabytes, and Socket.IO would
 * look through it for binary and write it anew for each of them: when all come at once, that alone took minutes.
 */
export function snapshotOnce(encoder: Encoder): void {
  const encode = encoder.encode.bind(encoder);
  encoder.encode = (packet) => {
    const { type, nsp, id, data } = packet;
    if (type !== eventPacket || id !== undefined || !Array.isArray(data) || data[0] !== 'snapshot') return encode(packet);
    const { room, ...own } = data[1] as Snapshot & { room: object };
    return [`${type}${nsp},["snapshot",${JSON.stringify(own).slice(0, -1)},"room":${textOf(room)}}]`];
  };
}
