import type { MigrationInterface, QueryRunner } from 'typeorm';

const tables = `
create table room_head (
  room_id   uuid primary key,
  seq       int not null default 0,
  closed_at timestamptz
) with (fillfactor = 50);

create table room_event (
  room_id    uuid not null,
  seq        int not null,
  command_id uuid not null,
  ord        smallint not null,
  at         timestamptz not null,
  by_id      uuid,
  type       text not null,
  data       jsonb not null,
  words      jsonb,
  primary key (room_id, seq),
  unique (room_id, command_id, ord)
);

create table outbox (
  id      uuid primary key default gen_random_uuid(),
  room_id uuid not null,
  seq     int not null,
  job     text not null,
  data    jsonb not null,
  done_at timestamptz
);
create index outbox_waiting on outbox (room_id, seq) where done_at is null;
`;

/** Whoever connects, as whatever role: a fact stays as it is, only what a person wrote may be taken out. */
const facts = `
create function room_event_stays() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and new.words is null
     and (new.room_id, new.seq, new.command_id, new.ord, new.at, new.by_id, new.type, new.data)
         is not distinct from (old.room_id, old.seq, old.command_id, old.ord, old.at, old.by_id, old.type, old.data) then
    return new;
  end if;
  raise exception 'room_event is a log: rows are added, never changed or deleted';
end $$;
create trigger room_event_stays before update or delete on room_event for each row execute function room_event_stays();
`;

const wake = `
create function outbox_rings() returns trigger language plpgsql as $$
begin
  perform pg_notify('outbox', '');
  return null;
end $$;
create trigger outbox_rings after insert on outbox for each row execute function outbox_rings();
`;

/** The log of every room, the number it has reached, and the jobs that its events ask for. */
export class RoomLog1795000000000 implements MigrationInterface {
  readonly name = 'RoomLog1795000000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(tables);
    await runner.query(facts);
    await runner.query(wake);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table outbox, room_event, room_head; drop function room_event_stays(); drop function outbox_rings();');
  }
}
