import type { BallotId, DueElsewhere, JobProgress, LiveDoorFault, LiveStanding, ParticipantId, Presence, QuestionId, RecordingTrouble, Refusal, Role, Snapshot, Told, Translation } from '@yaji/contracts';
import type { DeepReadonly } from '@yaji/kit';
import { apply, follow, type Room } from '@yaji/salon';
import { createStore, type StoreApi } from 'zustand';
import type { Connection } from './connection.ts';
import { type Pending, unseen } from './pending.ts';
import { guessed, type ServerClock, unsetClock } from './server-clock.ts';

export type Me = { participantId: ParticipantId; role: Role };
/** The room after event `seq`. A new object after every change; the room inside it is changed in place by its one owner, this store. */
type Held = { seq: number; room: DeepReadonly<Room> };

export type LiveState = {
  connection: Connection;
  held: Held | null;
  me: Me | null;
  pending: Pending;
  /** The latest events that somebody in particular made, oldest first. */
  recent: readonly Told[];
  standing: LiveStanding | null;
  /** Why this page can never enter. */
  ended: (Refusal | LiveDoorFault)['code'] | null;
  presence: Presence;
  /** Told since the snapshot, the latest word on each. */
  jobs: readonly JobProgress[];
  /** Whose microphone brings nothing. */
  notHeard: ParticipantId | null;
  /** What is wrong with the recording, as moderators are told. */
  recordingTroubles: readonly RecordingTrouble[];
  /** Who is due in another room of the salon as well. */
  dueElsewhere: readonly DueElsewhere[];
  /** How many votes are in the box of the secret ballot that is open. */
  turnout: { ballotId: BallotId; votes: number } | null;
  /** Written in the chat since one last looked. */
  unreadChat: number;
  /** What questions say in other languages; null: not any more. */
  translations: Readonly<Record<QuestionId, Translation | null>>;
  clock: ServerClock;
};
export type LiveStore = StoreApi<LiveState>;

export const newLiveStore = (): LiveStore => createStore<LiveState>(() => ({
  connection: 'connecting', held: null, me: null, pending: [], recent: [], standing: null, ended: null,
  presence: { remote: 0, hall: 0 }, jobs: [], notHeard: null, recordingTroubles: [], dueElsewhere: [], turnout: null, unreadChat: 0, translations: {}, clock: unsetClock,
}));

const kept = 30;

/** Takes the room as the server tells it, whatever was held before. `at`: this device's clock. */
export function takeSnapshot(store: LiveStore, { seq, room, me, now }: Snapshot, at: number): void {
  store.setState(({ clock, pending }) => ({
    held: { seq, room: room as Room }, me, standing: null, ended: null, jobs: [], dueElsewhere: [], clock: guessed(clock, now, at), pending: unseen(pending, seq),
  }));
}

/** Applies what follows; answers the number after which events are missing, or null. */
export function takeEvents(store: LiveStore, told: readonly Told[]): number | null {
  const { held } = store.getState();
  if (!held) return null;
  const step = follow(held.seq, told);
  if ('fetchAfter' in step) return step.fetchAfter;
  if (step.apply.length === 0) return null;
  const room = held.room as Room;
  for (const event of step.apply) apply(room, event);
  const acted = step.apply.filter(({ by, type }) => by !== null && type !== 'Sealed');
  store.setState(({ pending, recent, me }) => ({
    held: { seq: step.at, room },
    me: me && { ...me, role: room.members[me.participantId]?.role ?? me.role },
    pending: unseen(pending, step.at),
    recent: acted.length > 0 ? [...recent, ...acted].slice(-kept) : recent,
  }));
  return null;
}
