import { createContext, type ReactNode, useContext, useEffect, useState } from 'react';
import { useStore } from 'zustand';
import { say as words } from '../i18n/words.ts';
import { type Media, newMedia } from '../media/media-client.ts';
import type { MediaState } from '../media/media-store.ts';
import { chosen } from '../session/choices.ts';
import type { Session } from '../session/session.ts';
import { tell } from '../ui/dialog/notices.tsx';
import { type Live, newLive } from './live-client.ts';
import type { LiveState } from './live-store.ts';
import type { RoomView } from './room-view.ts';

/** One person's place in one room: the live connection, and sound and picture. */
type Seat = { live: Live; media: Media };
const SeatContext = createContext<Seat | null>(null);

type Props = {
  session: Session; roomId: string; children: ReactNode;
  place?: 'remote' | 'hall';
  /** `none`: this page never opens sound or picture. `plain`: it is a microphone of the hall, opened with what is given. */
  sound?: 'all' | 'none' | { plain: () => MediaStreamConstraints };
};

/** Takes a seat, and another one when the person or the room is another. */
export const SeatProvider = (props: Props) => <Seated key={`${props.roomId} ${props.session.token}`} {...props} />;

function Seated({ session: { token }, roomId, place = 'remote', sound = 'all', children }: Props) {
  const [seat] = useState((): Seat => {
    const live = newLive({ token, roomId, place, onRefused: ({ code, details }) => tell({ text: words(`refusal.${code}`, { ...details }), tone: 'bad', forMs: 9_000 }) });
    const plain = typeof sound === 'object' ? sound.plain : undefined;
    return { live, media: newMedia({ pass: async () => { await admitted(live); return live.mediaPass(); }, video: !plain && !chosen().audioOnly, plain }) };
  });
  const silent = sound === 'none';
  useEffect(() => {
    seat.live.open();
    if (!silent) seat.media.open();
    return () => {
      seat.media.close();
      seat.live.close();
    };
  }, [seat, silent]);
  return <SeatContext value={seat}>{children}</SeatContext>;
}

/** Resolves when the room is live: before that there is no pass to be had. */
function admitted({ store }: Live): Promise<void> {
  const isIn = () => store.getState().connection === 'live';
  return isIn() ? Promise.resolve() : new Promise((go) => {
    const stop = store.subscribe(() => {
      if (!isIn()) return;
      stop();
      go();
    });
  });
}

export function useSeat(): Seat {
  const seat = useContext(SeatContext);
  if (!seat) throw new Error('drawn outside a room');
  return seat;
}

export const useLive = <T,>(select: (state: LiveState) => T): T => useStore(useSeat().live.store, select);

export const useMedia = <T,>(select: (state: MediaState) => T): T => useStore(useSeat().media.store, select);

/** The server's clock, drawn anew so often. Milliseconds. */
export function useServerNow(everyMs: number): number {
  const offsetMs = useLive(({ clock }) => clock.offsetMs);
  const [here, setHere] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setHere(Date.now()), everyMs);
    return () => clearInterval(timer);
  }, [everyMs]);
  return here + offsetMs;
}

/** What the panels are a function of, drawn anew after every event and every second; null until the room is known. */
export function useRoomView(): RoomView | null {
  const held = useLive((state) => state.held);
  const me = useLive((state) => state.me);
  const pending = useLive((state) => state.pending);
  const now = useServerNow(1_000);
  // An event may be newer than the last tick of our clock: time must not run behind the room.
  return held && me ? { room: held.room, me, pending, now: Math.max(now, held.room.lastAt) } : null;
}
