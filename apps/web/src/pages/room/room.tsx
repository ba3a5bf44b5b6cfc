import { Doorway } from './doorway.tsx';
import { RoomScreen } from './room-screen.tsx';

export default function RoomPage() {
  return <Doorway>{(view) => <RoomScreen view={view} />}</Doorway>;
}
