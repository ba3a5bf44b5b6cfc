import { Navigate } from 'react-router';
import { SeatProvider } from '../../live/seat.tsx';
import { sessionOf } from '../../session/session.ts';
import { paths, usePlace } from '../../ui/route/paths.ts';
import { RoomScreen } from './room-screen.tsx';
import { Threshold } from './threshold.tsx';

export default function RoomPage() {
  const { salon, room } = usePlace();
  const session = sessionOf(salon);
  if (!session) return <Navigate to={`${paths.join(salon)}#room=${room}`} replace />;
  return (
    <SeatProvider session={session} roomId={room}>
      <Threshold>{(view) => <RoomScreen view={view} />}</Threshold>
    </SeatProvider>
  );
}
