import { endedAtOf, type MotionRecord } from '../motion.ts';
import type { Outcome, Resolution } from './report.ts';

type Step = MotionRecord['steps'][number];

/** What became of a motion, by its last step that came to something. */
export function resolutionOf(motion: MotionRecord): Resolution {
  const { motionId, title, text, movedBy, secondedBy, resolved, steps } = motion;
  const last = steps.findLast(({ result }) => result !== null);
  return { motionId, title, text: resolved?.text ?? text, movedBy, secondedBy, at: endedAtOf(motion), outcome: outcomeOf(motion, last) };
}

function outcomeOf({ withdrawnAt }: MotionRecord, last: Step | undefined): Outcome {
  if (withdrawnAt !== null) return { how: 'withdrawn' };
  const result = last?.result;
  if (!last || !result) return { how: 'undecided' };
  if (result.outcome === 'void') return { how: 'void', because: result.voidBecause };
  if (last.kind === 'asking') return { how: 'no-objection' };
  const { yes, no, abstain, base, unanimous, quorum } = result;
  if (last.tie) return { how: 'chair', carried: last.tie.carried, yes, no };
  if (result.outcome === 'tied') return { how: 'undecided' };
  return { how: 'vote', carried: result.outcome === 'carried', unanimous, yes, no, abstain, base, quorum: quorum && { needed: quorum.needed, of: quorum.of } };
}
