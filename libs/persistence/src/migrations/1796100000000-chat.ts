import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The chat of each room: a stream beside its log. All of it goes with the room; a deleted message keeps its number and nothing of its text. */
export class Chat1796100000000 implements MigrationInterface {
  readonly name = 'Chat1796100000000';

  async up(run: QueryRunner): Promise<void> {
    await run.query(`
      create table chat (
        room_id uuid primary key references room on delete cascade, number int not null default 0, change int not null default 0,
        slow_seconds smallint not null default 0, closed boolean not null default false) with (fillfactor = 50);
      create table chat_message (
        room_id uuid not null references chat on delete cascade, number int not null, change int not null, message_id uuid not null,
        written_by uuid not null, at timestamptz not null, text text, deleted_at timestamptz, deleted_by uuid,
        primary key (room_id, number), unique (room_id, message_id),
        check ((text is null) = (deleted_at is not null) and (text is null) = (deleted_by is not null)));
      create index chat_message_changed on chat_message (room_id, change);
      create index chat_message_of_writer on chat_message (room_id, written_by, at);
      create table chat_mute (
        room_id uuid not null references chat on delete cascade, participant_id uuid not null, primary key (room_id, participant_id));`);
  }

  async down(run: QueryRunner): Promise<void> {
    await run.query('drop table chat_mute, chat_message, chat');
  }
}
