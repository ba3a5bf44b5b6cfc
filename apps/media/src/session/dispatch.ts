import { type MediaAnswer, type MediaError, type MediaIn, mediaRequests, type MediaRequestName } from '@yaji/contracts';
import type { Log } from '@yaji/platform';
import { mediaAnswers } from '../requests/answers.ts';
import type { Session } from '../studio/studio.ts';

const refused = (error: MediaError): { ok: false; error: MediaError } => ({ ok: false, error });

const mayAsk = ({ isOver, studio, participantId }: Session): boolean => !isOver && studio.scene.admitted.has(participantId);

/** Checks and answers one request. The right to be here is read from the room each time, never from the pass. */
export async function dispatch<N extends MediaRequestName>(session: Session, name: N, asked: unknown, log: Log): Promise<MediaAnswer<N>> {
  if (!mayAsk(session)) return refused('media/unauthorised');
  const said = mediaRequests[name].input.safeParse(asked);
  if (!said.success) return refused('media/invalid');
  try {
    const answer = await mediaAnswers[name](session, said.data as MediaIn<N>);
    return answer.ok ? { ok: true, data: answer.value } : refused(answer.error);
  } catch (cause) {
    // mediasoup says so when parameters make no sense.
    if (cause instanceof TypeError) return refused('media/invalid');
    if (!mayAsk(session)) return refused('media/unauthorised');
    log.error({ roomId: session.studio.roomId, session: session.id, request: name, err: cause }, 'a media request failed');
    return refused('media/failed');
  }
}
