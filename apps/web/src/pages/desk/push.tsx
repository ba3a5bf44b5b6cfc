import { PushDialog, type PushDialogProps } from '../../features/stream/push-dialog.tsx';
import { ServerState } from '../server-state.tsx';

export default function Push(props: PushDialogProps) {
  return <ServerState><PushDialog {...props} /></ServerState>;
}
