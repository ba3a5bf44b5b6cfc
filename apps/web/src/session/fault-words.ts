import type english from '../i18n/en.json';
import { say } from '../i18n/words.ts';
import { RestFault } from './rest.ts';

type Known = keyof typeof english.problem;
const titles = {
  'invitation/invalid': 'join.refusedTitle', 'join/name-needed': 'join.refusedTitle', 'door/unauthorised': 'join.refusedTitle', 'door/not-found': 'error.salonTitle',
  'door/too-fast': 'error.otherTitle', 'door/unavailable': 'error.netTitle', 'contract/invalid': 'error.otherTitle',
  'edition/moved-on': 'error.otherTitle', 'edition/approved': 'error.otherTitle', 'edition/not-reviewed': 'error.otherTitle', 'edition/too-much': 'error.otherTitle', 'export/not-yet': 'error.otherTitle',
  'transcript/changed': 'error.otherTitle',
} as const satisfies Record<Known, string>;
const isKnown = (code: string): code is Known => Object.hasOwn(titles, code);

/** What happened, what it means and what to do, for an error of the REST doors. */
export function faultWords(error: unknown): { title: string; text: string } {
  if (!(error instanceof RestFault)) return { title: say('error.brokenTitle'), text: say('error.brokenText') };
  const { code } = error;
  if (code === 'network') return { title: say('error.netTitle'), text: say('error.netText') };
  return isKnown(code) ? { title: say(titles[code]), text: say(`problem.${code}`) } : { title: say('error.otherTitle'), text: say('error.otherText', { code }) };
}
