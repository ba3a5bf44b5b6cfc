import type { Command } from '@yaji/contracts';
import type { DeepReadonly } from '@yaji/kit';
import type { Room } from '../room/room.ts';
import { accept, refuse, type Verdict } from '../verdict.ts';

export type RecordingCommand = Extract<Command, { type: `recording.${string}` }>;

/** [REC2] */
export function decideRecording({ recording }: DeepReadonly<Room>, { type }: RecordingCommand): Verdict {
  if (type === 'recording.start') return recording.running ? refuse('recording/already-running') : accept({ type: 'RecordingStarted', data: {} });
  return recording.running ? accept({ type: 'RecordingStopped', data: {} }) : refuse('recording/not-running');
}
