import { Doorway } from '../room/doorway.tsx';
import { SeatScreen } from './seat-screen.tsx';

/** A telephone in the hall. It opens neither sound nor picture: in a hall any other loudspeaker would howl. */
export default function SeatPage() {
  return <Doorway to="seat" place="hall" sound="none">{(view) => <SeatScreen view={view} />}</Doorway>;
}
