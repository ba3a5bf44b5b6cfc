import type { EventOf, Stamped } from '@yaji/contracts';
import type { Recording } from './recording.ts';

export function applyRecording(recording: Recording, { type, at }: EventOf<'RecordingStarted' | 'RecordingStopped'> & Stamped): void {
  const last = recording.pieces.at(-1);
  if (type === 'RecordingStarted') {
    if (!recording.running) recording.pieces.push({ startedAt: at, stoppedAt: null });
    recording.running = true;
    return;
  }
  if (last?.stoppedAt === null) last.stoppedAt = at;
  recording.running = false;
}
