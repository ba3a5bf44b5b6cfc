import type { BallotBoard } from '@yaji/contracts';
import { inLanguage } from '../../i18n/local-text.ts';
import type { PageLanguage, Words } from '../../i18n/words.ts';

const ofMotions = new Set(['yes', 'no', 'abstain']);

/** A choice as people read it: yes, no, or nominees in their order. */
export const choiceWords = ({ titles }: BallotBoard, choice: string, { t, language }: { t: Words; language: PageLanguage }): string =>
  (ofMotions.has(choice) && Object.keys(titles).length === 0 ? t(`choice.${choice as 'yes'}`) : choice.split('>').map((id) => inLanguage(titles[id] ?? {}, language).text || id).join(' › '));
