import type { Recorded } from '@yaji/contracts';
import { minutesOf, type MinutesLanguage, minutesToMarkdown, motionsOf, type MotionRecord } from '../src/index.ts';
import { ballot, id, motion, play, terms } from '../../salon/test/voting.ts';
import { says, type Step } from '../../salon/test/given.ts';

/** Sentences about votes, beside those of the rules' own tests. */
export const puts = (motionId: string | null): Step => says('mod', 'motion.put', { motionId: motionId === null ? null : id(motionId) });
export const asks = (withinMs = 30_000): Step => says('mod', 'motion.askObjections', { motionId: id(motion), withinMs, terms: terms() });
export const ticks = (at: number): Step => says(null, 'room.tick', {}, { at });
export const cancels = (ballotId = ballot): Step => says('mod', 'ballot.cancel', { ballotId: id(ballotId) });
export const counts = (tally: Record<string, number>, voted: string[], ballotId = ballot): Step =>
  says(null, 'ballot.count', { ballotId: id(ballotId), tally, voted: voted.map((name) => id(name)), digest: 'a'.repeat(64) });
export const decidesTie = (carried: boolean, ballotId = ballot): Step => says('mod', 'ballot.decideTie', { ballotId: id(ballotId), carried });
export const hand = (name: string, stance: 'pro' | 'contra'): Step => says(name, 'floor.request', { stance }, { as: `hand-${name}` });
export const speaks = (name: string, turn: number): Step[] => [says('mod', 'floor.grantTo', { participantId: id(name), afterTurn: turn - 1 }), says('mod', 'floor.end', { turn })];

export const logFrom = (...steps: (Step | Step[])[]): Recorded[] => play(steps.flat()).log;
export const motionFrom = (...steps: (Step | Step[])[]): MotionRecord => {
  const [first] = motionsOf(logFrom(...steps));
  if (!first) throw new Error('nothing was moved');
  return first;
};
/** What the minutes say under this heading. */
export const written = (log: readonly Recorded[], heading: string, language: MinutesLanguage = 'en'): string => {
  const document = minutesToMarkdown(minutesOf(log), { language, timeZone: 'UTC' });
  return document.split(/^## /m).find((section) => section.split('\n')[0]?.endsWith(heading)) ?? '';
};
