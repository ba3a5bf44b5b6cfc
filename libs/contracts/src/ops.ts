import type { ParticipantId, RoomId, SalonId } from './ids.ts';
import type { JobName } from './jobs.ts';
import type { JobProgress, Presence } from './live.ts';
import type { LocalText } from './text.ts';

/**
 * `GET /api/ops` (operator): how the house stands at `at`, UTC milliseconds. What cannot be known is `unknown`. Nothing secret is in it.
 * `POST /api/ops/jobs/:job/retry` and `…/cancel` (operator) run a failed job again, or end one.
 */
export type OpsReport = {
  at: number;
  /** Rooms that are open, the latest salon first; at most 100. */
  rooms: OpsRoom[];
  media: OpsMediaNode[] | 'unknown';
  queues: OpsQueue[] | 'unknown';
  /** What waits, runs, failed or was cancelled, of all rooms. */
  jobs: OpsJob[] | 'unknown';
  health: OpsHealth;
};

/** `seq`: number of the last event of its log. `floor`: who has it. */
export type OpsRoom = {
  roomId: RoomId; salonId: SalonId; salon: LocalText; title: LocalText; present: Presence | 'unknown';
  floor: { participantId: ParticipantId; name: LocalText } | null; recording: boolean; seq: number;
};
/** `load`: the busiest worker's share of its core, 0 to 1. `workers`, `people`: null where the node does not say. */
export type OpsMediaNode = { nodeId: string; url: string; load: number; workers: number | null; people: number | null };
export type OpsQueue = { name: JobName; waiting: number; running: number; failed: number };
export type OpsJob = JobProgress & { roomId: RoomId; salon: LocalText | null; title: LocalText | null };
/** `tookMs`: how long the answer took; null: there was none. `files`: the disk that recordings are kept on; `low` below 5 GiB. */
export type OpsHealth = {
  postgres: { tookMs: number | null }; redis: { tookMs: number | null };
  files: { freeBytes: number; totalBytes: number; low: boolean } | null;
};
