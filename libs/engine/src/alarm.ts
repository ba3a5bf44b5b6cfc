import { nextDeadline } from '@yaji/salon';
import { asError } from './failures.ts';
import type { Hold, Rig } from './hold.ts';

/** After a tick that changed nothing the next one waits this long: a deadline that `decide` does not see must not spin. */
const patienceMs = 1_000;
/** Timers hold no more than 31 bits; a far deadline is looked at again. */
const longestMs = 3_600_000;

/** At the next deadline of a room that somebody follows, says so in the room. Replaces the alarm that was set before. */
export function setAlarm(hold: Hold, rig: Rig, atLeastMs = 0): void {
  clearAlarm(hold);
  if (hold.followers.size === 0 || !hold.replica) return;
  const deadline = nextDeadline(hold.replica.room);
  if (deadline === null) return;
  const waitMs = Math.min(longestMs, Math.max(atLeastMs, deadline - rig.now()));
  hold.alarm = setTimeout(() => void ring(hold, rig), waitMs);
}

export function clearAlarm(hold: Hold): void {
  if (hold.alarm) clearTimeout(hold.alarm);
  hold.alarm = null;
}

async function ring(hold: Hold, rig: Rig): Promise<void> {
  hold.alarm = null;
  try {
    const outcome = await rig.say(hold.roomId, { type: 'room.tick', data: {} });
    if (outcome.ok && outcome.records.length > 0) return;
  } catch (error) {
    rig.report(asError(error));
  }
  setAlarm(hold, rig, patienceMs);
}
