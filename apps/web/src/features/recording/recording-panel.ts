import type { JobProgress } from '@yaji/contracts';
import { mayDo } from '@yaji/salon';
import { pendingOf } from '../../live/pending.ts';
import type { RoomView } from '../../live/room-view.ts';

export type RecordingPanel = {
  running: boolean; startedAt: number | null; mayRule: boolean; busy: boolean;
  /** Newest of each kind, what runs before what is done. */
  jobs: JobProgress[];
};

const rank: Record<JobProgress['state'], number> = { running: 0, waiting: 1, failed: 2, cancelled: 3, done: 4 };

export function recordingPanel({ room, me, pending }: RoomView, jobs: readonly JobProgress[]): RecordingPanel {
  const latest = new Map(jobs.map((job) => [job.name, job]));
  return {
    running: room.recording.running,
    startedAt: room.recording.running ? (room.recording.pieces.at(-1)?.startedAt ?? null) : null,
    mayRule: mayDo(me.role, 'recording.start'),
    busy: pendingOf(pending, 'recording.start') || pendingOf(pending, 'recording.stop'),
    jobs: [...latest.values()].sort((a, b) => rank[a.state] - rank[b.state]),
  };
}
