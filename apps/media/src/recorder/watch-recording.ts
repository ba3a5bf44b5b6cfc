import { performance } from 'node:perf_hooks';
import type { RecordingTrouble } from '@yaji/contracts';
import type { Sent, Studio } from '../studio/studio.ts';
import { mayWrite } from './disk/disk-level.ts';
import type { Disk } from './disk/disk-gauge.ts';
import type { Tap } from './tap.ts';
import { hasBroken, tapOf } from './taps.ts';

const lookEveryMs = 1_000;
/** Said again, for moderators who come later. */
const againMs = 5_000;
/** Packets come and nothing gets onto the disk. */
const patienceMs = 10_000;

/** Tells all that is wrong with a recording that runs, again and again, and once that nothing is. Returns how to stop. */
export function watchRecording(studio: Studio, tell: (troubles: readonly RecordingTrouble[]) => void): () => void {
  let toldAt = 0;
  let told = '[]';
  const looking = setInterval(() => {
    const now = performance.now();
    const troubles = troublesOf(studio, now);
    const said = JSON.stringify(troubles);
    const isDue = troubles.length > 0 && now - toldAt >= againMs;
    if (said === told && !isDue) return;
    told = said;
    toldAt = now;
    tell(troubles);
  }, lookEveryMs);
  return () => clearInterval(looking);
}

type Observed = Pick<Studio, 'scene' | 'disk' | 'sent' | 'ears'>;
type Taps = { tapOf: (sent: Sent) => Pick<Tap, 'unwrittenMs'> | undefined; hasBroken: (sent: Sent) => boolean };

/** `now`: monotonic milliseconds. */
export function troublesOf(studio: Observed, now: number, taps: Taps = { tapOf, hasBroken }): RecordingTrouble[] {
  if (!studio.scene.recording) return [];
  return [...ofDisk(studio.disk), ...[...studio.sent.values()].flatMap((sent) => ofTrack(studio, sent, { now, taps }))];
}

function ofDisk({ level, freeBytes }: Disk): RecordingTrouble[] {
  switch (level) {
    case 'ample': return [];
    case 'low': return [{ kind: 'disk-low', freeBytes }];
    case 'no-video': return [{ kind: 'video-stopped', freeBytes }];
    case 'no-sound': return [{ kind: 'sound-stopped', freeBytes }];
  }
}

function ofTrack({ disk, ears }: Observed, sent: Sent, { now, taps }: { now: number; taps: Taps }): RecordingTrouble[] {
  const { participantId, kind: media } = sent;
  if (!sent.onAir || !mayWrite(disk.level, media)) return [];
  if (taps.hasBroken(sent)) return [{ kind: 'broke-off', participantId, media }];
  const arrivedAt = media === 'audio' ? ears.get(participantId)?.arrivedAt ?? -Infinity : -Infinity;
  return (taps.tapOf(sent)?.unwrittenMs(now, arrivedAt) ?? 0) > patienceMs ? [{ kind: 'no-bytes', participantId, media }] : [];
}
