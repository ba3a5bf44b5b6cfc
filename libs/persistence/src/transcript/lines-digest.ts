import { createHash } from 'node:crypto';
import type { TranscriptLine } from '@yaji/contracts';

/** Changes when what was said reads otherwise. Hexadecimal. */
export const linesDigest = (lines: readonly TranscriptLine[]): string =>
  createHash('sha256').update(JSON.stringify(lines.map(({ turn, participantId, language, fromAt, toAt, text }) => [turn, participantId, language, fromAt, toAt, text]))).digest('hex');
