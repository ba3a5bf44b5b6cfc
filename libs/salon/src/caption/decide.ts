import type { CaptionRequest, LineId, ParticipantId, Refusal, RefusalCode, Role } from '@yaji/contracts';
import { err, ok, type DeepReadonly, type Result } from '@yaji/kit';
import type { Room } from '../room/room.ts';
import { viewerOf } from '../viewer.ts';
import { floorAt } from './attribute.ts';
import { mayType } from './may-type.ts';
import type { FloorStretch } from './stretches.ts';

/** A line and whose it is. UTC milliseconds. `saidBy`: whose page brings it. */
export type StandingLine = {
  lineId: LineId; saidBy: ParticipantId; source: 'browser' | 'typist'; turn: number | null; participantId: ParticipantId | null; fromAt: number; toAt: number; final: boolean;
};
type Stamp = { by: ParticipantId; at: number };
type Verdict = Result<StandingLine, Refusal>;

const refuse = (code: RefusalCode): Verdict => err({ code });

/** A recogniser tells its first word this much after it was spoken. Milliseconds. */
const hearingMs = 800;
/** The first word of somebody who has just lost the floor may still come, and the last line be made whole. */
const lateMs = 2_000;
const wholeMs = 6_000;
/** Nobody hears, reads and types what somebody says sooner after the floor changed hands. */
const typingMs = 1_500;
/** So long after it was begun a typed line may be corrected. */
const correctionMs = 120_000;

type Said = { request: CaptionRequest; before: DeepReadonly<StandingLine> | null };
type Begun = Omit<StandingLine, 'lineId' | 'saidBy' | 'final'>;
/** `stretches`: who had the floor lately, the latest last. */
type Scene = { room: DeepReadonly<Room>; stretches: readonly DeepReadonly<FloorStretch>[] };

/**
 * [LG2] [LG3] [LG5] A line as it stands after being said, or why it is not taken. `before`: what is known of it already. Who sends it says
 * nothing about who speaks: that is who had the floor when it began.
 */
export function decideCaption(scene: Scene, { request: { data: { lineId, final } }, before }: Said, stamp: Stamp): Verdict {
  const door = captionDoor(scene.room, stamp.by);
  if (!door.ok) return door;
  if (before) return goOn(scene, { before, final }, stamp);
  const begun = begin(scene, door.value, stamp);
  return begun.ok ? ok({ ...begun.value, lineId, saidBy: stamp.by, final }) : begun;
}

function captionDoor(room: DeepReadonly<Room>, by: ParticipantId): Result<Role, Refusal> {
  const member = room.members[by];
  if (member?.standing === 'removed') return err({ code: 'member/removed' });
  if (!member || viewerOf(room, by).sees === 'outside') return err({ code: 'member/not-admitted' });
  return room.phase === 'open' ? ok(member.role) : err({ code: 'room/closed' });
}

function begin(scene: Scene, role: Role, stamp: Stamp): Result<Begun, Refusal> {
  const source = scene.room.captions;
  if (source !== 'browser' && source !== 'typist') return err({ code: 'caption/not-chosen' });
  if (source === 'typist') return mayType(role) ? ok(typedOf(scene, stamp)) : err({ code: 'member/role-may-not' });
  const heard = heardOf(scene, stamp);
  return heard ? ok(heard) : err({ code: 'caption/not-heard' });
}

/** The line stays with whom it began, and once it is whole its times stay too. */
function goOn({ room: { captions }, stretches }: Scene, { before, final }: { before: DeepReadonly<StandingLine>; final: boolean }, { by, at }: Stamp): Verdict {
  if (before.saidBy !== by) return refuse('caption/not-yours');
  if (!before.final && captions !== before.source) return refuse('caption/not-chosen');
  const until = before.source === 'typist' ? before.fromAt + correctionMs : heardUntil(stretches, before) + wholeMs;
  if (at > until) return refuse('caption/over');
  return ok({ ...before, toAt: before.final ? before.toAt : Math.max(before.toAt, at), final: before.final || final });
}

/** When the stretch ended in which the line began; infinite while it goes on, or on an open floor. */
function heardUntil(stretches: Scene['stretches'], { turn, fromAt }: DeepReadonly<StandingLine>): number {
  if (turn === null) return Infinity;
  const stretch = floorAt(stretches, fromAt);
  return stretch?.turn === turn ? stretch.toAt ?? Infinity : fromAt;
}

/** From the browser of whoever is heard: or was until a moment ago, since what a microphone brings is its owner's. */
function heardOf({ room: { floor: { current, mode }, stage }, stretches }: Scene, { by, at }: Stamp): Begun | null {
  const heard = stretches.findLast(({ voice, toAt }) => voice === by && at - (toAt ?? at) <= lateMs);
  if (heard) {
    const { turn, participantId, fromAt, toAt } = heard;
    return { source: 'browser', turn, participantId, fromAt: Math.max(fromAt, Math.min(at, toAt ?? at) - hearingMs), toAt: at };
  }
  return !current && mode === 'open' && stage.guests.includes(by) ? { source: 'browser', turn: null, participantId: by, fromAt: at - hearingMs, toAt: at } : null;
}

function typedOf({ stretches }: Scene, { at }: Stamp): Begun {
  const stretch = floorAt(stretches, at - typingMs);
  return { source: 'typist', turn: stretch?.turn ?? null, participantId: stretch?.participantId ?? null, fromAt: at - typingMs, toAt: at };
}
