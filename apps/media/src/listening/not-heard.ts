import { performance } from 'node:perf_hooks';
import type { ParticipantId } from '@yaji/contracts';
import type { Studio } from '../studio/studio.ts';

/** `since`: UTC milliseconds; null: heard again, or no longer to be heard. */
export type NotHeard = { participantId: ParticipantId; since: number | null };

const lookEveryMs = 500;
/** Nothing arrives, or nothing was heard since the turn began. */
const patienceMs = 3_000;
/** Somebody who was heard may be thinking: his microphone sends, but silence. */
const thinkingMs = 6_000;

/** Whom everybody should hear now. `since`: monotonic milliseconds. */
type Watch = { participantId: ParticipantId; since: number; told: boolean };

/** Tells when the speaker of a running turn brings no sound, and when he does again. Returns how to stop. */
export function watchSpeaker(studio: Studio, tell: (notice: NotHeard) => void): () => void {
  let watch: Watch | null = null;
  const looking = setInterval(() => {
    const now = performance.now();
    const speaker = toBeHeard(studio);
    if (watch?.participantId !== speaker) {
      if (watch?.told) tell({ participantId: watch.participantId, since: null });
      watch = speaker ? { participantId: speaker, since: now, told: false } : null;
    }
    if (!watch) return;
    const silentMs = silentFor(studio, watch, now);
    if ((silentMs !== null) === watch.told) return;
    watch.told = silentMs !== null;
    tell({ participantId: watch.participantId, since: silentMs === null ? null : Math.round(Date.now() - silentMs) });
  }, lookEveryMs);
  return () => clearInterval(looking);
}

/** Nobody while no turn runs, nor when the speaker stands at a microphone of the hall. */
function toBeHeard({ scene }: Studio): ParticipantId | null {
  return scene.plan.sources.find(({ source, onAir }) => source === 'microphone' && onAir)?.participantId ?? null;
}

/** How long nothing was heard, once that is too long; null while all is well. */
function silentFor({ ears }: Studio, { participantId, since }: Watch, now: number): number | null {
  const { arrivedAt, heardAt } = ears.get(participantId) ?? { arrivedAt: -Infinity, heardAt: -Infinity };
  const silentMs = now - Math.max(heardAt, since);
  const isThinking = heardAt > since && now - arrivedAt < patienceMs;
  return silentMs > (isThinking ? thinkingMs : patienceMs) ? silentMs : null;
}
