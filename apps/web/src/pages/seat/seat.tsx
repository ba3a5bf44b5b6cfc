import { Navigate } from 'react-router';
import { SeatProvider } from '../../live/seat.tsx';
import { sessionOf } from '../../session/session.ts';
import { paths, usePlace } from '../../ui/route/paths.ts';
import { Threshold } from '../room/threshold.tsx';
import { SeatScreen } from './seat-screen.tsx';

/** A telephone in the hall. It opens neither sound nor picture: in a hall any other loudspeaker would howl. */
export default function SeatPage() {
  const { salon, room } = usePlace();
  const session = sessionOf(salon);
  if (!session) return <Navigate to={`${paths.join(salon)}#room=${room}&to=seat`} replace />;
  return (
    <SeatProvider session={session} roomId={room} place="hall" sound="none">
      <Threshold>{(view) => <SeatScreen view={view} />}</Threshold>
    </SeatProvider>
  );
}
