import type { DeepReadonly } from '@yaji/kit';
import type { Room } from '@yaji/salon';

/** How many wait for an answer. */
export const openQuestions = ({ questions }: DeepReadonly<Room>): number => questions.filter(({ status }) => status === 'approved').length;
