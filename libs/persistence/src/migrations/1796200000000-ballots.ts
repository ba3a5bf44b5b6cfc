import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Secret ballots. Nothing joins the two tables but the ballot: who voted is one sorted set in one row, without an order of its own, and the
 * box has neither a voter nor a time. `position` is given by chance when the box is counted.
 */
const tables = `
create table ballot_roll (
  ballot_id uuid primary key,
  room_id   uuid not null,
  voted     uuid[] not null default '{}',
  counted   boolean not null default false
);

create table ballot_box (
  id        uuid primary key default gen_random_uuid(),
  ballot_id uuid not null,
  tracker   text not null,
  choice    text not null,
  weight    int not null,
  position  int,
  unique (ballot_id, tracker)
);

alter table room add column electorate jsonb not null default '{"electors":[],"proxies":[]}';
alter table room add column motions jsonb not null default '[]';
alter table room add column awards jsonb not null default '[]';
`;

/** The boxes of secret ballots, and what the programme plans of votes. */
export class Ballots1796200000000 implements MigrationInterface {
  readonly name = 'Ballots1796200000000';

  async up(run: QueryRunner): Promise<void> {
    await run.query(tables);
  }

  async down(run: QueryRunner): Promise<void> {
    await run.query('drop table ballot_box, ballot_roll; alter table room drop column electorate, drop column motions, drop column awards;');
  }
}
