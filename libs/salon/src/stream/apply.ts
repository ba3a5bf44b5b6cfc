import type { EventOf, Stamped } from '@yaji/contracts';
import type { Stream } from './stream.ts';

/** As many as addresses are kept for a room. */
const mostFailed = 20;

export function applyStream(stream: Stream, { type, data, at }: EventOf<'PushStarted' | 'PushStopped'> & Stamped): void {
  const { pushId } = data;
  const push = stream.pushes.find((one) => one.pushId === pushId);
  stream.failed = stream.failed.filter((one) => one.pushId !== pushId);
  stream.pushes = stream.pushes.filter((one) => one !== push);
  if (type === 'PushStarted') stream.pushes.push({ pushId, label: data.label, startedAt: push?.startedAt ?? at });
  else if (push && data.why !== null) stream.failed = [...stream.failed, { ...push, stoppedAt: at, why: data.why }].slice(-mostFailed);
}
