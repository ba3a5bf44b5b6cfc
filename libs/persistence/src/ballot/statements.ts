/** The statements of the ballot box. $1 is the ballot. */
export const makeRoll = 'insert into ballot_roll (ballot_id, room_id) values ($1, $2) on conflict do nothing';
export const lockRoll = 'select room_id, voted, counted from ballot_roll where ballot_id = $1 for update';
export const readRoll = 'select room_id, voted, counted from ballot_roll where ballot_id = $1';
/** $2: everybody who has voted, sorted, so that the set says nothing of the order. */
export const roll = 'update ballot_roll set voted = $2::uuid[] where ballot_id = $1';
export const seal = 'update ballot_roll set counted = true where ballot_id = $1';

export const trackersKnown = 'select tracker, choice from ballot_box where ballot_id = $1 and tracker = any($2::text[])';
/** $2: votes as JSON. */
export const fill = `
insert into ballot_box (ballot_id, tracker, choice, weight)
select $1::uuid, v.tracker, v.choice, v.weight from jsonb_to_recordset($2::jsonb) as v(tracker text, choice text, weight int) order by gen_random_uuid()`;

/** gen_random_uuid() is a cryptographic generator; random() is not. */
export const shuffledIds = 'select array_agg(id order by gen_random_uuid()) as ids from ballot_box where ballot_id = $1';
/** $2: the ids of the box in their new order. */
export const rewrite = `
with old as (delete from ballot_box where ballot_id = $1 and id = any($2::uuid[]) returning id, tracker, choice, weight)
insert into ballot_box (ballot_id, tracker, choice, weight, position)
select $1::uuid, old.tracker, old.choice, old.weight, place.n from unnest($2::uuid[]) with ordinality as place(id, n) join old on old.id = place.id order by place.n`;
export const readBox = 'select tracker, choice, weight from ballot_box where ballot_id = $1 order by position';
export const emptyBox = 'delete from ballot_box where ballot_id = $1';
