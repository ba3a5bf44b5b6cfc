import type { EventOf, Job, Recorded, RoomId } from '@yaji/contracts';
import type { DeepReadonly } from '@yaji/kit';
import type { Room } from '@yaji/salon';

/** A turn of which less was recorded needs no file of its own. Milliseconds. */
const shortestClipMs = 3_000;
/** Nobody says a word in less. Milliseconds. */
const shortestSpeechMs = 500;

/** The work that a fact asks for, `room` being as it was before. Written with it in one transaction, done at least once. */
export function jobsOf(roomId: RoomId, record: Recorded, room: DeepReadonly<Room>): Job[] {
  const data = { roomId, upTo: record.seq };
  switch (record.type) {
    case 'RoomClosed':
      return [{ name: 'aftermath', data }];
    case 'RecordingStopped':
      return [{ name: 'recording-publish', data: { ...data, order: 0 } }];
    case 'TurnEnded':
      return ofTurn(room, record, data);
    default:
      return [];
  }
}

/** A file of its own, and what was said in it where a recogniser writes that down. */
function ofTurn(room: DeepReadonly<Room>, record: EventOf<'TurnEnded'> & { at: number }, data: { roomId: RoomId; upTo: number }): Job[] {
  const ms = recordedMs(room, record);
  const { turn } = record.data;
  const heard: Job[] = room.captions === 'engine' || room.captions === 'service' ? [{ name: 'transcribe', data: { ...data, turn, source: room.captions } }] : [];
  return [...(ms < shortestClipMs ? [] : [{ name: 'turn-clip' as const, data: { ...data, turn } }]), ...(ms < shortestSpeechMs ? [] : heard)];
}

/** How much of a turn that ends was recorded, its pauses too. */
function recordedMs({ floor, recording }: DeepReadonly<Room>, { data, at }: EventOf<'TurnEnded'> & { at: number }): number {
  const ended = [floor.current, ...floor.interrupted].find((turn) => turn?.turn === data.turn);
  if (!ended) return 0;
  return recording.pieces.reduce((sum, { startedAt, stoppedAt }) => sum + Math.max(0, Math.min(stoppedAt ?? at, at) - Math.max(startedAt, ended.startedAt)), 0);
}

/** Facts of one act may ask for the same work: the later asks for both, since what is made then derives from more of the log. */
export function withoutDoubles(jobs: readonly Job[]): Job[] {
  const closing = jobs.some(({ name }) => name === 'aftermath');
  const last = new Map(jobs.map((job) => ['turn' in job.data ? `${job.name} ${job.data.turn}` : job.name, job]));
  return [...last.values()].filter(({ name }) => !(closing && name === 'recording-publish'));
}
