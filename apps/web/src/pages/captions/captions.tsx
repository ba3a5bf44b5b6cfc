import { Doorway } from '../room/doorway.tsx';
import { CaptionsScreen } from './captions-screen.tsx';

export default function CaptionsPage() {
  return <Doorway>{(view) => <CaptionsScreen view={view} />}</Doorway>;
}
