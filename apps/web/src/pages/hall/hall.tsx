import { Navigate } from 'react-router';
import { SeatProvider } from '../../live/seat.tsx';
import { sessionOf } from '../../session/session.ts';
import { paths, usePlace } from '../../ui/route/paths.ts';
import { Threshold } from '../room/threshold.tsx';
import { HallScreen } from './hall-screen.tsx';

export default function HallPage() {
  const { salon, room } = usePlace();
  const session = sessionOf(salon);
  if (!session) return <Navigate to={`${paths.join(salon)}#room=${room}`} replace />;
  return (
    <SeatProvider session={session} roomId={room} place="hall">
      <Threshold>{(view) => <HallScreen view={view} />}</Threshold>
    </SeatProvider>
  );
}
