import { Doorway } from '../room/doorway.tsx';
import { UsherScreen } from './usher-screen.tsx';

/** The tablet of those who show people to their places. Like every screen in the hall but the display it is silent. */
export default function UsherPage() {
  return <Doorway to="usher" place="hall" sound="none">{(view) => <UsherScreen view={view} />}</Doorway>;
}
