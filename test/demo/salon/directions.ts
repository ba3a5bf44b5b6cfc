import type { Name } from './cast.ts';
import { topics } from './programme.ts';

/** What somebody does in the course of a turn. */
export type Act =
  | { do: 'raise'; who: Name }
  | { do: 'pause'; forSeconds: number }
  | { do: 'ask'; who: Name; text: string }
  | { do: 'approve' }
  | { do: 'upvote'; who: Name }
  | { do: 'answer-aloud' }
  | { do: 'come'; who: Name }
  | { do: 'drop'; who: Name }
  | { do: 'return'; who: Name }
  | { do: 'fault' };

/** `at`: how much of the turn has passed when it begins, 0 to 1. */
export type Cue = Act & { at: number };

export type Direction =
  | { do: 'topic'; topic: string }
  | { do: 'raise'; who: Name }
  /** The moderator gives the floor to the next, who is to be `who`, for the length of a turn; meanwhile the others act, one after the other. */
  | { do: 'turn'; who: Name; meanwhile: readonly Cue[] }
  /** At a moment of quiet: do these pages hold the same room? */
  | { do: 'compare'; who: readonly Name[] }
  | { do: 'close' };

export const question = 'How does a small park find its first partner abroad?';

/** The salon, line by line. Everybody but the late attendee is there when it begins. */
export const directions: readonly Direction[] = [
  { do: 'topic', topic: topics.partners },
  { do: 'raise', who: 'lin' },
  { do: 'raise', who: 'harper' },
  { do: 'turn', who: 'lin', meanwhile: [{ at: 0.4, do: 'raise', who: 'zhou' }] },
  { do: 'turn', who: 'harper', meanwhile: [{ at: 0.3, do: 'pause', forSeconds: 4 }, { at: 0.5, do: 'ask', who: 'ana', text: question }, { at: 0.6, do: 'approve' }, { at: 0.7, do: 'upvote', who: 'ben' }] },
  { do: 'turn', who: 'zhou', meanwhile: [{ at: 0.2, do: 'raise', who: 'wells' }, { at: 0.35, do: 'fault' }, { at: 0.8, do: 'answer-aloud' }] },
  { do: 'topic', topic: topics.future },
  { do: 'turn', who: 'wells', meanwhile: [{ at: 0.1, do: 'raise', who: 'lin' }, { at: 0.2, do: 'raise', who: 'harper' }, { at: 0.3, do: 'come', who: 'late' }, { at: 0.6, do: 'drop', who: 'harper' }] },
  { do: 'turn', who: 'lin', meanwhile: [{ at: 0.5, do: 'return', who: 'harper' }] },
  { do: 'turn', who: 'harper', meanwhile: [] },
  { do: 'compare', who: ['ana', 'ben', 'late'] },
  { do: 'close' },
];
