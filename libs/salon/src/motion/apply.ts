import type { EventOf, Stamped } from '@yaji/contracts';
import { assertNever } from '@yaji/kit';
import type { Room } from '../room/room.ts';
import type { Decision, Motion } from './motion.ts';

type MotionEvent = EventOf<'MotionMoved' | 'MotionSeconded' | 'MotionPut' | 'MotionWithdrawn' | 'ObjectionsAsked' | 'MotionObjected' | 'ObjectionsOver'>;

export function applyMotion(room: Room, event: MotionEvent & Stamped): void {
  const { motions } = room;
  const { motionId } = event.data;
  const known = motions.find((motion) => motion.motionId === motionId);
  if (event.type === 'MotionPut') {
    room.motionPut = motionId;
    return;
  }
  if (event.type === 'MotionMoved') {
    if (!known) motions.push(moved(event));
    return;
  }
  if (!known) return;
  switch (event.type) {
    case 'MotionSeconded': known.secondedBy = event.data.secondedBy; return;
    case 'MotionWithdrawn':
      known.withdrawnAt = event.at;
      known.objections = null;
      if (room.motionPut === motionId) room.motionPut = null;
      return;
    case 'ObjectionsAsked':
      known.objections = { until: event.data.until, terms: event.data.terms, present: event.data.present };
      room.motionPut = event.data.motionId;
      return;
    case 'MotionObjected': Object.assign(known, { objections: null, objectedBy: event.data.objectedBy }); return;
    case 'ObjectionsOver': settle(motions, known, { ballotId: null, at: event.at, result: event.data.result, sentence: event.data.sentence }); return;
    default: assertNever(event);
  }
}

const moved = ({ data: { motionId, movedBy, amends, terms }, words, at }: EventOf<'MotionMoved'> & Stamped): Motion => ({
  motionId, movedBy, secondedBy: null, amends, terms, title: words?.title ?? null, text: words?.text ?? null, movedAt: at, withdrawnAt: null, objections: null, objectedBy: null, decision: null, stands: null,
});

/** [MO5] What becomes of a motion; a carried amendment's text becomes that of the motion that it amends. */
export function settle(motions: Motion[], motion: Motion, decision: Decision): void {
  motion.objections = null;
  motion.decision = decision;
  if (decision.result.outcome !== 'void') motion.stands = decision;
  const amended = decision.result.outcome === 'carried' ? motions.find(({ motionId }) => motionId === motion.amends) : undefined;
  if (amended) amended.text = motion.text;
}
