/**
 * The statements of the event store. `append` decides concurrency in the database in one round trip: the head moves from the
 * expected number or nothing is written, so numbers are gapless by construction. That a commandId is taken is found by the unique
 * index alone: a look for it beforehand was planned once while the log was short, and read whole rooms when it was long.
 *
 * $1 room, $2 expected number, $3 how many events, $4 events as JSON, $5 jobs as JSON.
 */
const append = (moveHead: string): string => `
with head as (${moveHead} returning seq),
added as (
  insert into room_event (room_id, seq, command_id, ord, at, by_id, type, data, words)
  select $1::uuid, $2::int + e.n, e."commandId", e.ord, to_timestamp(e.at / 1000), e.by, e.type, e.data, e.words
  from head, jsonb_to_recordset($4::jsonb) as e(n int, "commandId" uuid, ord smallint, at float8, by uuid, type text, data jsonb, words jsonb)
),
asked as (
  insert into outbox (room_id, seq, job, data)
  select $1::uuid, head.seq, j.name, j.data from head, jsonb_to_recordset($5::jsonb) as j(name text, data jsonb)
)
select seq from head`;

/** The first events of a room make its head; of two firsts one waits for the other and then finds the number moved. */
export const appendFirst = append(`
  insert into room_head as h (room_id, seq) values ($1::uuid, $2::int + $3::int)
  on conflict (room_id) do update set seq = $2::int + $3::int where h.seq = $2::int`);

export const appendNext = append('update room_head set seq = seq + $3::int where room_id = $1::uuid and seq = $2::int');

/** The unique index that takes a commandId once per room. */
export const commandTaken = 'room_event_room_id_command_id_ord_key';

const columns = 'seq, (extract(epoch from at) * 1000)::float8 as at, by_id as by, type, data, words';

export const readTail = `select ${columns} from room_event where room_id = $1 and seq > $2 order by seq limit $3`;

export const readCommand = `select ${columns} from room_event where room_id = $1 and command_id = $2 order by ord`;

export const makeHead = 'insert into room_head (room_id) values ($1) on conflict do nothing';

export const lockHead = 'select seq from room_head where room_id = $1 for update';
