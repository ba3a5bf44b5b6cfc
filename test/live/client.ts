import { randomUUID } from 'node:crypto';
import type { Ack, CaughtUp, Joined, LiveNotices, LiveStanding, Refusal, Snapshot, Told } from '@yaji/contracts';
import { apply, emptyRoom, follow, type Room } from '@yaji/salon';
import { io, type Socket } from 'socket.io-client';

type Notice = { [N in keyof LiveNotices]: { name: N; words: Parameters<LiveNotices[N]>[0] } }[keyof LiveNotices];

/** A person at a page: folds what it is told, as every client does. */
export type Client = {
  readonly socket: Socket;
  readonly seq: number;
  readonly room: Room;
  readonly me: Snapshot['me'] | null;
  readonly standing: LiveStanding | null;
  /** Everything that was told, in order. */
  readonly notices: Notice[];
  say(type: string, data: unknown, more?: { commandId?: string; roomId?: string }): Promise<Ack>;
  /** Resolves when it holds; looks after every notice. Rejects after `withinMs`. */
  until(holds: (client: Client) => boolean, withinMs?: number): Promise<void>;
  close(): void;
};

type Place = { roomId: string; place?: 'remote' | 'hall'; token?: string; reconnect?: boolean };
const noticeNames = ['snapshot', 'events', 'resync', 'standing', 'presence', 'reactions', 'jobs', 'notHeard', 'recordingTrouble', 'pushStates', 'dueElsewhere', 'turnout', 'chat', 'translations', 'captions', 'refused'] as const satisfies (keyof LiveNotices)[];

export function connect(url: string, joined: Joined, { roomId, place, token = joined.token, reconnect = false }: Place): Client {
  const socket = io(`${url}/live`, {
    auth: { token, roomId, ...(place ? { place } : {}) }, transports: ['websocket'], forceNew: true,
    reconnection: reconnect, reconnectionDelay: 100, reconnectionDelayMax: 500,
  });
  const state = { seq: 0, room: emptyRoom(), me: null as Client['me'], standing: null as LiveStanding | null };
  const notices: Notice[] = [];
  const watchers = new Set<() => void>();

  const start = ({ seq, room, me }: Snapshot): void => { Object.assign(state, { seq, room: room as Room, me }); };
  const take = (events: readonly Told[]): void => {
    const step = follow(state.seq, events);
    if ('fetchAfter' in step) {
      socket.emit('catchUp', { after: step.fetchAfter }, (answer: CaughtUp) => {
        if ('snapshot' in answer) start(answer.snapshot);
        else take(answer.events);
        for (const look of watchers) look();
      });
      return;
    }
    for (const told of step.apply) apply(state.room, told);
    state.seq = step.at;
  };

  for (const name of noticeNames) {
    socket.on(name, (words: unknown) => {
      notices.push({ name, words } as Notice);
      if (name === 'snapshot') start(words as Snapshot);
      if (name === 'events') take((words as { events: Told[] }).events);
      if (name === 'standing') state.standing = words as LiveStanding;
      for (const look of watchers) look();
    });
  }
  for (const name of ['connect', 'disconnect', 'connect_error'] as const) socket.on(name, () => { for (const look of watchers) look(); });

  const client: Client = {
    socket, notices,
    get seq() { return state.seq; }, get room() { return state.room; }, get me() { return state.me; }, get standing() { return state.standing; },
    say: (type, data, more = {}) => socket.timeout(5_000).emitWithAck('command', { commandId: more.commandId ?? randomUUID(), roomId: more.roomId ?? roomId, type, data }) as Promise<Ack>,
    until: (holds, withinMs = 5_000) => new Promise((resolve, reject) => {
      const look = (): void => {
        if (!holds(client)) return;
        clearTimeout(timer);
        watchers.delete(look);
        resolve();
      };
      const timer = setTimeout(() => {
        watchers.delete(look);
        reject(new Error(`did not come about in ${withinMs} ms: ${holds.toString()}; last notices ${JSON.stringify(notices.slice(-3)).slice(0, 600)}`));
      }, withinMs);
      watchers.add(look);
      look();
    }),
    close: () => { socket.disconnect(); },
  };
  return client;
}

/** Connects and waits until the person is inside. */
export async function sit(url: string, joined: Joined, place: Place): Promise<Client> {
  const client = connect(url, joined, place);
  await client.until(({ me }) => me !== null);
  return client;
}

export const refusalOf = (ack: Ack): Refusal['code'] | null => (ack.ok ? null : ack.refusal.code);
