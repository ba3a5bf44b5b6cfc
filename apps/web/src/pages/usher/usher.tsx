import { Navigate } from 'react-router';
import { SeatProvider } from '../../live/seat.tsx';
import { sessionOf } from '../../session/session.ts';
import { paths, usePlace } from '../../ui/route/paths.ts';
import { Threshold } from '../room/threshold.tsx';
import { UsherScreen } from './usher-screen.tsx';

/** The tablet of those who show people to their places. Like every screen in the hall but the display it is silent. */
export default function UsherPage() {
  const { salon, room } = usePlace();
  const session = sessionOf(salon);
  if (!session) return <Navigate to={`${paths.join(salon)}#room=${room}&to=usher`} replace />;
  return (
    <SeatProvider session={session} roomId={room} place="hall" sound="none">
      <Threshold>{(view) => <UsherScreen view={view} />}</Threshold>
    </SeatProvider>
  );
}
