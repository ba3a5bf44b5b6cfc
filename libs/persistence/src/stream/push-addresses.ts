import type { ParticipantId, PushId, RoomId } from '@yaji/contracts';
import { cipherFor } from '@yaji/platform';
import type { DataSource } from 'typeorm';
import { poolOf } from '../pool.ts';

/** Where a push goes: an RTMP server, over TLS if `secure`; its application; and the stream key, which alone lets anybody send there. */
export type PushAddress = { secure: boolean; host: string; port: number; app: string; key: string };
/** `address` null: it was kept under another secret. `madeAt`: UTC milliseconds. */
export type KeptPush = { pushId: PushId; label: string; madeAt: number; address: PushAddress | null };
export type NewPush = { pushId: PushId; roomId: RoomId; label: string; madeBy: ParticipantId; address: PushAddress };

/** Addresses to push to. They are kept by the api, encrypted, and read by the media nodes; nothing else learns of them. */
export type PushAddresses = {
  /** False: the room has as many as it may. */
  keep(push: NewPush): Promise<boolean>;
  /** Those of a room, the oldest first. */
  list(roomId: RoomId): Promise<KeptPush[]>;
  find(roomId: RoomId, pushId: PushId): Promise<KeptPush | null>;
  /** False: there is none. */
  remove(roomId: RoomId, pushId: PushId): Promise<boolean>;
  /** The rooms that have any. */
  rooms(): Promise<RoomId[]>;
  /** Forgets those of a room that is over. */
  clear(roomId: RoomId): Promise<void>;
};

/** Kept for one room. */
export const mostAddresses = 20;

const keep = `insert into room_push (push_id, room_id, label, address, made_by)
  select $1, $2, $3, $4, $5 where (select count(*) from room_push where room_id = $2) < ${mostAddresses}`;
const columns = 'push_id as "pushId", label, address as "bytes", round(extract(epoch from made_at) * 1000)::float8 as "madeAt"';
const list = `select ${columns} from room_push where room_id = $1 order by made_at, push_id`;
const find = `select ${columns} from room_push where room_id = $1 and push_id = $2`;
const remove = 'delete from room_push where room_id = $1 and push_id = $2';

type Row = Omit<KeptPush, 'address'> & { bytes: Buffer };

/** `secret`: the installation's; the addresses are read under the one they were kept under. */
export function postgresPushAddresses(source: DataSource, secret: string): PushAddresses {
  const pool = poolOf(source);
  const cipher = cipherFor(secret, 'push-address');
  const placeOf = (roomId: RoomId, pushId: PushId): string => `${roomId}/${pushId}`;
  const read = (roomId: RoomId, { bytes, ...push }: Row): KeptPush => {
    const plain = cipher.decrypt(bytes, placeOf(roomId, push.pushId));
    return { ...push, address: plain === null ? null : JSON.parse(plain) as PushAddress };
  };
  return {
    keep: async ({ pushId, roomId, label, madeBy, address }) => {
      const bytes = cipher.encrypt(JSON.stringify(address), placeOf(roomId, pushId));
      return (await pool.query(keep, [pushId, roomId, label, bytes, madeBy])).rowCount === 1;
    },
    list: async (roomId) => (await pool.query<Row>(list, [roomId])).rows.map((row) => read(roomId, row)),
    find: async (roomId, pushId) => {
      const [row] = (await pool.query<Row>(find, [roomId, pushId])).rows;
      return row ? read(roomId, row) : null;
    },
    remove: async (roomId, pushId) => (await pool.query(remove, [roomId, pushId])).rowCount === 1,
    rooms: async () => (await pool.query<{ roomId: RoomId }>('select distinct room_id as "roomId" from room_push')).rows.map(({ roomId }) => roomId),
    clear: async (roomId) => { await pool.query('delete from room_push where room_id = $1', [roomId]); },
  };
}
