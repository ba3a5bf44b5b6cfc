import type { ProgrammeFault } from '@yaji/contracts';
import type { z } from 'zod';

/** Hears of a fault. */
export type Report = (path: string, message: string) => void;

const placed = (path: readonly PropertyKey[]): string => path.map(String).join('.');

/** Each issue with the path of what is wrong; a field that nobody asked for is named itself. */
export const faultsOf = (issues: readonly z.core.$ZodIssue[]): ProgrammeFault[] =>
  issues.flatMap((issue) =>
    issue.code === 'unrecognized_keys'
      ? issue.keys.map((key) => ({ path: placed([...issue.path, key]), message: 'is not a known field' }))
      : [{ path: placed(issue.path), message: issue.message }]);
