import type { ComponentProps, ReactNode } from 'react';
import { Navigate } from 'react-router';
import type { RoomView } from '../../live/room-view.ts';
import { SeatProvider } from '../../live/seat.tsx';
import { sessionOf } from '../../session/session.ts';
import { paths, usePlace } from '../../ui/route/paths.ts';
import { Threshold } from './threshold.tsx';

type Props = Pick<ComponentProps<typeof SeatProvider>, 'place' | 'sound'> & {
  /** The page that the invitation leads back to, where it is not the one of everybody with that role. */
  to?: 'seat' | 'usher';
  children: (view: RoomView) => ReactNode;
};

/** A page of the room of the address: who has not joined the salon on this device goes to the invitation first. */
export function Doorway({ to, children, ...seat }: Props) {
  const { salon, room } = usePlace();
  const session = sessionOf(salon);
  if (!session) return <Navigate to={`${paths.join(salon)}#room=${room}${to ? `&to=${to}` : ''}`} replace />;
  return <SeatProvider session={session} roomId={room} {...seat}><Threshold>{children}</Threshold></SeatProvider>;
}
