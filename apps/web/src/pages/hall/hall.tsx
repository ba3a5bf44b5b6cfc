import { Doorway } from '../room/doorway.tsx';
import { HallScreen } from './hall-screen.tsx';

export default function HallPage() {
  return <Doorway place="hall">{(view) => <HallScreen view={view} />}</Doorway>;
}
