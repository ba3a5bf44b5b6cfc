import { performance } from 'node:perf_hooks';
import { setTimeout as wait } from 'node:timers/promises';
import type { Sent, Session, Studio } from '../studio/studio.ts';
import { mayWrite } from './disk/disk-level.ts';
import { SenderClock } from './sync/sender-clock.ts';
import { startTap, type Tap } from './tap.ts';

/** A tap that broke is followed by another after this pause; what passes meanwhile is in no file. */
const againAfterMs = 5_000;

/** All that one client sends, it times by one clock. */
const clocks = new WeakMap<Session, SenderClock>();

function clockOf(session: Session): SenderClock {
  const clock = clocks.get(session) ?? new SenderClock();
  clocks.set(session, clock);
  return clock;
}

/** The taps that run, and when the last one of a producer broke: monotonic milliseconds. */
const running = new WeakMap<Sent, Tap>();
const brokenAt = new WeakMap<Sent, number>();

/** Undefined while none runs. */
export const tapOf = (sent: Sent): Tap | undefined => running.get(sent);

/** From when a track breaks off until another one is on the disk. */
export function hasBroken(sent: Sent): boolean {
  const at = brokenAt.get(sent);
  return at !== undefined && (tapOf(sent)?.writtenAt() ?? -Infinity) < at;
}

/** A producer is tapped from its beginning, held or on air, as long as the room records and the disk takes it. */
export function recordSent(studio: Studio, sent: Sent): void {
  const wanted = studio.scene.recording && !sent.producer.closed && mayWrite(studio.disk.level, sent.kind);
  if (wanted && !sent.tap) sent.tap = openTap(studio, sent);
  if (!wanted && sent.tap) void closeTap(studio, sent);
}

async function openTap(studio: Studio, sent: Sent): Promise<Tap | null> {
  const { roomId, folder, log } = studio;
  const { participantId, source, kind, producer, session } = sent;
  let isBroken = false;
  const broke = (cause: unknown): void => {
    if (isBroken) return;
    isBroken = true;
    brokenAt.set(sent, performance.now());
    log.error({ roomId, participantId, source, err: cause }, 'a recording track broke off');
    void closeTap(studio, sent).then(() => wait(againAfterMs)).then(() => recordSent(studio, sent));
  };
  try {
    const tap = await startTap({ roomId, participantId, source, kind, producer, router: session.booth.router, folder, broke, clock: clockOf(session) });
    running.set(sent, tap);
    return tap;
  } catch (cause) {
    if (!producer.closed) setImmediate(broke, cause);
    return null;
  }
}

/** Resolves when the track is whole on disk. Until then it is among what the studio finishes: whoever sent it may be gone before. */
export async function closeTap(studio: Studio, sent: Sent): Promise<void> {
  const { tap } = sent;
  if (!tap) return;
  sent.tap = null;
  running.delete(sent);
  const finished = finish(studio, tap);
  studio.finishing.add(finished);
  await finished;
  studio.finishing.delete(finished);
}

async function finish({ log, roomId }: Studio, tap: Promise<Tap | null>): Promise<void> {
  try {
    await (await tap)?.stop();
  } catch (cause) {
    log.error({ roomId, err: cause }, 'a track could not be finished');
  }
}
