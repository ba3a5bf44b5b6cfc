import type { Ack, CaughtUp, CommandId, CommandOf, CommandType, LiveDoorFault, LiveNotices, LiveRequests, Refusal } from '@yaji/contracts';
import { io, type Socket } from 'socket.io-client';
import { newConnection } from './connection.ts';
import { type LiveStore, newLiveStore, takeEvents, takeSnapshot } from './live-store.ts';
import { answered, givenUpMs, type PendingCommand, without } from './pending.ts';
import { sampled } from './server-clock.ts';

/** UUID v4; `randomUUID` exists only on secure origins, and listening works on others too. */
export function freshId(): string {
  const { randomUUID } = crypto as { randomUUID?: () => string };
  if (randomUUID) return randomUUID.call(crypto);
  const bytes = crypto.getRandomValues(new Uint8Array(16)).map((byte, i) => (i === 6 ? (byte & 0x0f) | 0x40 : i === 8 ? (byte & 0x3f) | 0x80 : byte));
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
}

export type Pass = { url: string; token: string };
export type Say = <T extends CommandType>(type: T, data: CommandOf<T>['data']) => Promise<Ack | null>;
export type Live = {
  store: LiveStore;
  /** For what is loaded later and has messages of its own. */
  socket: LiveSocket;
  /** Says a command; it stays pending and is said again after a reconnect. Answers null when it was given up. */
  say: Say;
  /** Where to go for sound and picture. */
  mediaPass: () => Promise<Pass | { refusal: Refusal }>;
  /** Says something that is no command, and answers what the server does; rejects when it does not within 8 s. */
  ask: <M extends 'vote' | 'voted'>(message: M, data: Parameters<LiveRequests[M]>[0]) => Promise<Parameters<Parameters<LiveRequests[M]>[1]>[0]>;
  retry: () => void;
  open: () => void;
  close: () => void;
};
type LiveSocket = Socket<LiveNotices, LiveRequests>;
type Opening = { token: string; roomId: string; place: 'remote' | 'hall'; onRefused: (refusal: Refusal) => void };

/** After these trying again is of no use. */
const forGood = new Set<(Refusal | LiveDoorFault)['code']>(['room/not-found', 'member/removed', 'live/unauthorised', 'live/not-found']);

/** Connects once `open` is called. */
export function newLive({ onRefused, ...auth }: Opening): Live {
  const store = newLiveStore();
  const connection = newConnection((state) => store.setState({ connection: state }));
  const socket: LiveSocket = io('/live', {
    transports: ['websocket'], auth, autoConnect: false, forceNew: true, reconnectionDelay: 300, reconnectionDelayMax: 2_500, randomizationFactor: 0.5,
  });
  const commands = speaking(socket, store, { roomId: auth.roomId, onRefused });
  const end = ({ code }: Refusal | LiveDoorFault) => {
    if (!forGood.has(code)) return;
    store.setState({ ended: code });
    connection.signal('ended');
  };
  const hasEnded = () => connection.state() === 'ended';
  const comeBack = () => setTimeout(() => { if (!hasEnded()) socket.connect(); }, 500 + Math.random() * 1_000);
  listening(socket, store, {
    arrived: () => {
      connection.signal('arrived');
      commands.again();
    },
    end,
  });
  socket.on('standing', (standing) => {
    store.setState({ standing });
    connection.signal(standing.state === 'removed' ? 'ended' : 'held');
  });
  socket.on('disconnect', (reason) => {
    connection.signal('lost');
    // Socket.IO comes back by itself from a lost way, but not from having been shown out.
    if (reason === 'io server disconnect') comeBack();
  });
  socket.on('connect_error', (error: Error & { data?: LiveDoorFault }) => {
    connection.signal('lost');
    if (error.data) end(error.data);
    if (!socket.active) comeBack();
  });
  let stopWatching: () => void = () => undefined;
  return {
    store, socket, say: commands.say,
    mediaPass: () => new Promise((found, failed) => {
      socket.timeout(5_000).emit('mediaPass', (error: Error | null, answer: Pass | { refusal: Refusal }) => (error ? failed(error) : found(answer)));
    }),
    ask: (message, data) => (socket as Socket).timeout(8_000).emitWithAck(message, data),
    retry: () => {
      connection.signal('retry');
      socket.disconnect().connect();
    },
    open: () => {
      stopWatching = watchNetwork(socket);
      socket.connect();
    },
    close: () => {
      stopWatching();
      connection.stop();
      socket.disconnect();
    },
  };
}

/** A trouble with the recording is said again every five seconds. */
const troubleLastsMs = 16_000;

type Hearing = { arrived: () => void; end: (fault: Refusal) => void };

function listening(socket: LiveSocket, store: LiveStore, { arrived, end }: Hearing): void {
  let fetching = false;
  const fetchAfter = (after: number) => {
    if (fetching) return;
    fetching = true;
    socket.timeout(5_000).emit('catchUp', { after }, (error: Error | null, answer: CaughtUp) => {
      fetching = false;
      // Without an answer a fresh connection brings a snapshot.
      if (error) socket.disconnect().connect();
      else if ('snapshot' in answer) takeSnapshot(store, answer.snapshot, Date.now());
      else heard(answer.events);
    });
  };
  const heard = (events: Parameters<typeof takeEvents>[1]) => {
    const missing = takeEvents(store, events);
    if (missing !== null) fetchAfter(missing);
  };
  socket.on('snapshot', (snapshot) => {
    takeSnapshot(store, snapshot, Date.now());
    // What follows a snapshot that comes by itself is whole; one that was asked for brings none.
    store.setState({ translations: {} });
    arrived();
    for (let sample = 0; sample < 3; sample += 1) setTimeout(() => askTime(socket, store), sample * 400);
  });
  socket.on('events', ({ events }) => heard(events));
  socket.on('presence', (presence) => store.setState({ presence }));
  socket.on('jobs', (news) => store.setState(({ jobs }) => ({ jobs: [...jobs.filter(({ jobId }) => news.every((job) => job.jobId !== jobId)), ...news] })));
  socket.on('notHeard', ({ participantId, since }) => store.setState({ notHeard: since === null ? null : participantId }));
  let forgetting: ReturnType<typeof setTimeout> | undefined;
  socket.on('recordingTrouble', (recordingTroubles) => {
    clearTimeout(forgetting);
    // Who said it may be gone before it could say that it is over.
    forgetting = setTimeout(() => store.setState({ recordingTroubles: [] }), troubleLastsMs);
    store.setState({ recordingTroubles });
  });
  socket.on('dueElsewhere', (dueElsewhere) => store.setState({ dueElsewhere }));
  socket.on('turnout', (turnout) => store.setState({ turnout }));
  socket.on('translations', (told) => store.setState(({ translations }) => ({ translations: { ...translations, ...told } })));
  socket.on('refused', end);
}

function askTime(socket: LiveSocket, store: LiveStore): void {
  const askedAt = Date.now();
  socket.timeout(3_000).emit('time', (error: Error | null, answer: { now: number }) => {
    if (!error) store.setState(({ clock }) => ({ clock: sampled(clock, { askedAt, answeredAt: Date.now(), now: answer.now }) }));
  });
}

/** The system often knows of a lost network long before the socket does; and a page that comes back to the front may hold a dead one. */
function watchNetwork(socket: LiveSocket): () => void {
  const drop = () => { (socket.io.engine as { close: () => void } | undefined)?.close(); };
  const probe = () => {
    if (document.visibilityState !== 'visible' || !socket.connected) return;
    socket.timeout(4_000).emit('time', (error: Error | null) => { if (error) drop(); });
  };
  window.addEventListener('offline', drop);
  document.addEventListener('visibilitychange', probe);
  return () => {
    window.removeEventListener('offline', drop);
    document.removeEventListener('visibilitychange', probe);
  };
}

/** A server that cannot write for a moment is asked again, under the same id, before the person is troubled. */
const laterMs = { every: 700, upTo: 10_000 };

type Speaking = { roomId: string; onRefused: (refusal: Refusal) => void };

function speaking(socket: LiveSocket, store: LiveStore, { roomId, onRefused }: Speaking): { say: Say; again: () => void } {
  const waiting = new Map<CommandId, (ack: Ack | null) => void>();
  const drop = (commandId: CommandId) => store.setState(({ pending }) => ({ pending: without(pending, commandId) }));
  const settle = (commandId: CommandId, ack: Ack | null) => {
    waiting.get(commandId)?.(ack);
    waiting.delete(commandId);
  };
  const send = (command: PendingCommand) => {
    const { commandId, type, data } = command;
    socket.timeout(8_000).emit('command', { commandId, roomId, type, data }, (error: Error | null, ack: Ack) => {
      // No answer: the command is still pending and is said again, under the same id, when the connection is back.
      if (error) return;
      if (!ack.ok && ack.refusal.code === 'socket/unavailable' && Date.now() - command.saidAt < laterMs.upTo) {
        setTimeout(() => { if (socket.connected) send(command); }, laterMs.every);
        return;
      }
      if (ack.ok) {
        const seen = store.getState().held?.seq ?? 0;
        if (seen >= ack.seq) drop(commandId);
        else store.setState(({ pending }) => ({ pending: answered(pending, commandId, ack.seq) }));
      } else {
        drop(commandId);
        onRefused(ack.refusal);
      }
      settle(commandId, ack);
    });
  };
  const again = () => {
    for (const command of store.getState().pending) {
      if (command.seq !== null) continue;
      if (Date.now() - command.saidAt < givenUpMs) send(command);
      else {
        drop(command.commandId);
        onRefused({ code: 'socket/unavailable' });
        settle(command.commandId, null);
      }
    }
  };
  const say: Say = (type, data) => new Promise((answer) => {
    const command = { type, data, commandId: freshId() as CommandId, saidAt: Date.now(), seq: null } as PendingCommand;
    store.setState(({ pending }) => ({ pending: [...pending, command] }));
    waiting.set(command.commandId, answer);
    if (socket.connected) send(command);
  });
  return { say, again };
}
