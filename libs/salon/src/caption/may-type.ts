import type { Role } from '@yaji/contracts';
import { isModerating } from '../policy.ts';

/** [LG2] Who may type captions: interpreters and moderators. */
export const mayType = (role: Role): boolean => role === 'interpreter' || isModerating(role);
