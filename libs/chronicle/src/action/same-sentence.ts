import type { SaidSentence } from '@yaji/contracts';

export const isSameSentence = (one: SaidSentence, other: SaidSentence): boolean => one.lineId === other.lineId && one.text === other.text;
