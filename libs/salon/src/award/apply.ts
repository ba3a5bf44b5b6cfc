import type { EventOf } from '@yaji/contracts';
import type { Room } from '../room/room.ts';

export function applyAward({ awards, ballots }: Room, event: EventOf<'AwardPrepared' | 'AwardRevealed'>): void {
  const known = awards.find(({ awardId }) => awardId === event.data.awardId);
  if (event.type === 'AwardPrepared') {
    if (!known) awards.push({ ...event.data, ballotId: null, lines: [], complete: false });
    return;
  }
  if (!known) return;
  const { lines, tally } = event.data;
  known.lines = lines;
  if (tally === null) return;
  known.complete = true;
  const ballot = ballots.find(({ ballotId }) => ballotId === known.ballotId);
  if (ballot) ballot.tally = { ...tally };
}
