import type { MediaError, MediaIn, MediaOut, MediaRequestName } from '@yaji/contracts';
import type { Result } from '@yaji/kit';
import type { Session } from '../studio/studio.ts';

/** How each request is answered. A missing one, or one that answers something else than the contract says, does not compile. */
export type MediaAnswers = {
  readonly [N in MediaRequestName]: (session: Session, asked: MediaIn<N>) => Promise<Result<MediaOut<N>, MediaError>>;
};
