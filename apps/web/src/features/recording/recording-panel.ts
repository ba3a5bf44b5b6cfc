import { mayDo } from '@yaji/salon';
import { pendingOf } from '../../live/pending.ts';
import type { RoomView } from '../../live/room-view.ts';

export type RecordingPanel = { running: boolean; startedAt: number | null; mayRule: boolean; busy: boolean };

export function recordingPanel({ room, me, pending }: RoomView): RecordingPanel {
  return {
    running: room.recording.running,
    startedAt: room.recording.running ? (room.recording.pieces.at(-1)?.startedAt ?? null) : null,
    mayRule: mayDo(me.role, 'recording.start'),
    busy: pendingOf(pending, 'recording.start') || pendingOf(pending, 'recording.stop'),
  };
}
