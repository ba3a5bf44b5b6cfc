/**
 * The statements of the chat. Whoever changes one holds the lock on its row of `chat`, so that numbers are gapless and what is decided
 * (slow mode, mutes) holds for all processes; `write` moves the head and writes everything that was decided in one statement.
 */
export const makeChat = 'insert into chat (room_id) values ($1) on conflict do nothing';

export const lockChat = 'select from chat where room_id = $1 for update';

const ms = (instant: string): string => `round(extract(epoch from ${instant}) * 1000)`;

const message = `jsonb_build_object('number', m.number, 'change', m.change, 'messageId', m.message_id, 'by', m.written_by, 'at', ${ms('m.at')},
  'text', m.text, 'deletedAt', ${ms('m.deleted_at')}, 'deletedBy', m.deleted_by)`;

/** A list of messages by number. `chosen` selects some of the room's messages. */
const messages = (chosen: string): string =>
  `(select coalesce(jsonb_agg(${message} order by m.number), '[]') from (select * from chat_message where room_id = $1 and ${chosen}) m)`;

const settings = `c.number, c.change, c.slow_seconds as "slowSeconds", c.closed,
  array(select participant_id::text from chat_mute where room_id = c.room_id order by participant_id) as muted`;

/** $2 messageIds, $3 numbers, $4 people. After `lockChat`, in a statement of its own: what a statement that waited sees is older than the wait. */
export const readConcerned = `
select ${settings}, ${messages('(message_id = any($2::uuid[]) or number = any($3::int[]))')} as messages,
  (select coalesce(jsonb_object_agg(written_by, at), '{}') from (
    select written_by, ${ms('max(at)')} as at from chat_message where room_id = $1 and written_by = any($4::uuid[]) group by written_by) last) as "lastAt",
  floor(extract(epoch from clock_timestamp()) * 1000)::float8 as now
from chat c where c.room_id = $1`;

/** $2 number, $3 change, $4 seconds, $5 closed, $6 all who are muted, $7 messages that are new or changed, as JSON. */
export const write = `
with head as (update chat set number = $2, change = $3, slow_seconds = $4, closed = $5 where room_id = $1),
muted as (insert into chat_mute (room_id, participant_id) select $1, unnest($6::uuid[]) on conflict do nothing),
heard as (delete from chat_mute where room_id = $1 and participant_id <> all($6::uuid[]))
insert into chat_message as m (room_id, number, change, message_id, written_by, at, text, deleted_at, deleted_by)
select $1::uuid, n.number, n.change, n."messageId", n.by, to_timestamp(n.at / 1000), n.text, to_timestamp(n."deletedAt" / 1000), n."deletedBy"
from jsonb_to_recordset($7::jsonb) as n(number int, change int, "messageId" uuid, by uuid, at float8, text text, "deletedAt" float8, "deletedBy" uuid)
on conflict (room_id, number) do update set change = excluded.change, text = excluded.text, deleted_at = excluded.deleted_at, deleted_by = excluded.deleted_by`;

/** $2 change, $3 how many: the first that have come or changed since. One statement, so that settings and messages are of one instant. */
export const readSince = `select ${settings}, ${messages('change > $2 order by change limit $3')} as messages from chat c where c.room_id = $1`;

/** $2 how many. */
export const readNewest = `select ${settings}, ${messages('true order by number desc limit $2')} as messages from chat c where c.room_id = $1`;

/** $2 number, $3 how many. */
export const readBefore = `select ${messages('number < $2 order by number desc limit $3')} as messages`;

export const readAll = `select ${messages('true')} as messages`;

/** $1 rooms. */
export const readHeads = 'select room_id as "roomId", change from chat where room_id = any($1::uuid[])';
