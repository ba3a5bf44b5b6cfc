import { EncoderDialog, type EncoderProps } from '../../features/stage/encoder/encoder-dialog.tsx';
import { ServerState } from '../server-state.tsx';

export default function Encoder(props: EncoderProps) {
  return <ServerState><EncoderDialog {...props} /></ServerState>;
}
