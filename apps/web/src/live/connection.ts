export type Connection = 'connecting' | 'live' | 'lobby' | 'blinking' | 'reconnecting' | 'stuck' | 'ended';
/** `arrived`: a snapshot came. `held`: the server keeps this person outside (lobby, not open). `lost`: the socket went. `ended`: refused for good. */
export type ConnectionSignal = 'arrived' | 'held' | 'lost' | 'ended' | 'retry';

const everywhere = { arrived: 'live', held: 'lobby', ended: 'ended' } as const;
/** Whatever is not here changes nothing. */
const moves: Record<Connection, Partial<Record<ConnectionSignal, Connection>>> = {
  connecting: { ...everywhere, lost: 'blinking' },
  live: { ...everywhere, lost: 'blinking' },
  lobby: { ...everywhere, lost: 'blinking' },
  blinking: everywhere,
  reconnecting: everywhere,
  stuck: { ...everywhere, retry: 'reconnecting' },
  ended: {},
};
/** One second of silence is not worth a banner; after a minute a person is offered a button. Milliseconds. */
const patience: Partial<Record<Connection, { afterMs: number; then: Connection }>> = {
  blinking: { afterMs: 1_000, then: 'reconnecting' }, reconnecting: { afterMs: 60_000, then: 'stuck' },
};

export type ConnectionState = { state: () => Connection; signal: (signal: ConnectionSignal) => void; stop: () => void };

/** How the page stands to the room. The room stays readable in every state that has seen it. */
export function newConnection(changed: (state: Connection) => void): ConnectionState {
  let state: Connection = 'connecting';
  let timer: ReturnType<typeof setTimeout> | undefined;
  const enter = (next: Connection): void => {
    clearTimeout(timer);
    const wait = patience[next];
    if (wait) timer = setTimeout(() => enter(wait.then), wait.afterMs);
    if (next === state) return;
    state = next;
    changed(state);
  };
  return {
    state: () => state,
    signal: (signal) => {
      const next = moves[state][signal];
      if (next) enter(next);
    },
    stop: () => clearTimeout(timer),
  };
}
