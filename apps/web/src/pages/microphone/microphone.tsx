import { Navigate } from 'react-router';
import { SeatProvider } from '../../live/seat.tsx';
import { sessionOfPage } from '../../session/session.ts';
import { paths, useMicrophoneId, usePlace } from '../../ui/route/paths.ts';
import { Threshold } from '../room/threshold.tsx';
import { asItIs } from './chosen-input.ts';
import { MicrophoneScreen } from './microphone-screen.tsx';

/** A laptop or telephone that is a microphone of the hall. It is somebody of its own, so that two of them and a display fit on one machine. */
export default function MicrophonePage() {
  const { salon, room } = usePlace();
  const microphone = useMicrophoneId();
  const session = sessionOfPage(salon, microphone);
  if (!session) return <Navigate to={`${paths.join(salon)}#room=${room}&to=microphone&microphone=${microphone}`} replace />;
  return (
    <SeatProvider key={microphone} session={session} roomId={room} place="hall" sound={{ plain: () => asItIs(microphone) }}>
      <Threshold>{(view) => <MicrophoneScreen view={view} />}</Threshold>
    </SeatProvider>
  );
}
