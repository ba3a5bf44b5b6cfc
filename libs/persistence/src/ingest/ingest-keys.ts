import type { ParticipantId, RoomId } from '@yaji/contracts';
import type { DataSource } from 'typeorm';
import { poolOf } from '../pool.ts';

/** A key with which an encoder sends for a person. Times in UTC milliseconds. */
export type IngestKey = {
  ingestId: string; roomId: RoomId; participantId: ParticipantId; label: string | null; madeBy: ParticipantId; madeAt: number; expiresAt: number;
  /** When an encoder was last seen that sends with it; null: never. */
  usedAt: number | null;
};

/** Keys are made and taken back by the api, and held by the media nodes as long as encoders send with them. */
export type IngestKeys = {
  make(key: IngestKey): Promise<void>;
  /** Those of a room that still stand, the newest first. */
  list(roomId: RoomId): Promise<IngestKey[]>;
  /** From now on the key opens nothing, and whoever sends with it is ended within seconds. False: there is no such key. Once more is no error. */
  revoke(roomId: RoomId, ingestId: string): Promise<boolean>;
  /** Those of the given keys that still stand; they are noted as used now. */
  hold(ingestIds: readonly string[]): Promise<string[]>;
};

const make = `insert into ingest_key (ingest_id, room_id, participant_id, label, made_by, made_at, expires_at)
  values ($1, $2, $3, $4, $5, to_timestamp($6 / 1000.0), to_timestamp($7 / 1000.0))`;
const ms = (column: string, name: string): string => `round(extract(epoch from ${column}) * 1000)::float8 as "${name}"`;
const list = `select ingest_id as "ingestId", room_id as "roomId", participant_id as "participantId", label, made_by as "madeBy",
    ${ms('made_at', 'madeAt')}, ${ms('expires_at', 'expiresAt')}, ${ms('used_at', 'usedAt')}
  from ingest_key where room_id = $1 and revoked_at is null and expires_at > now() order by made_at desc`;
const revoke = 'update ingest_key set revoked_at = coalesce(revoked_at, now()) where room_id = $1 and ingest_id = $2 returning ingest_id';
const hold = 'update ingest_key set used_at = now() where ingest_id = any($1::uuid[]) and revoked_at is null and expires_at > now() returning ingest_id as "ingestId"';

export function postgresIngestKeys(source: DataSource): IngestKeys {
  const pool = poolOf(source);
  return {
    make: async ({ ingestId, roomId, participantId, label, madeBy, madeAt, expiresAt }) => {
      await pool.query(make, [ingestId, roomId, participantId, label, madeBy, madeAt, expiresAt]);
    },
    list: async (roomId) => (await pool.query<IngestKey>(list, [roomId])).rows,
    revoke: async (roomId, ingestId) => (await pool.query(revoke, [roomId, ingestId])).rowCount === 1,
    hold: async (ingestIds) => {
      if (ingestIds.length === 0) return [];
      return (await pool.query<{ ingestId: string }>(hold, [ingestIds])).rows.map(({ ingestId }) => ingestId);
    },
  };
}
