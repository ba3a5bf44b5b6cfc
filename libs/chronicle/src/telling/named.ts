import type { LocalText, ParticipantId } from '@yaji/contracts';
import type { Plate } from '../plate.ts';
import { isFunctionWord } from '../summary/function-words.ts';
import { isHan } from '../summary/words.ts';

const reporting = String.raw`(?:said|says|argued|argues|proposed|proposes|suggested|suggests|explained|explains|told|asked|asks|warned|warns|reported|reports|wanted|wants|called|calls|supported|supports|opposed|opposes|objected|objects|announced|agreed|agrees|thought|thinks|believes|believed|will|would|is|was|has)`;
const reportingHan = String.raw`(?:表示|认为|说|指出|提出|建议|主张|强调|报告|要求|担心|反对|支持|宣布|介绍|承认|希望|解释|回应|警告|承诺|呼吁|同意)`;

/** Everything by which a person or body may be called, in every language. */
const callings = (texts: LocalText | null): string[] => Object.values(texts ?? {}).flatMap((name) => [name, ...(isHan(name) ? name.split('·') : name.split(/\s+/))]).filter((name) => name.length > 1);

/** Who of these people is named in a text: by the whole name or a part of it. */
export const peopleIn = (text: string, people: readonly Plate[]): Plate[] => people.filter(({ name }) => callings(name).some((calling) => stands(text, calling)));

function stands(text: string, name: string): boolean {
  if (isHan(name)) return text.includes(name);
  return new RegExp(String.raw`(?<![\p{L}\p{N}])${name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}(?![\p{L}\p{N}])`, 'u').test(text);
}

/** Whether a text says that this person said or did something. */
export const isSubject = (text: string, { name }: Plate): boolean => callings(name).some((calling) => {
  const escaped = calling.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return isHan(calling) ? new RegExp(`${escaped}.{0,4}${reportingHan}|^${escaped}`, 'u').test(text) : new RegExp(String.raw`\b${escaped}(?:\s+\p{Lu}\S*)?(?:\s+\w+)?\s+${reporting}\b|^${escaped}\b`, 'u').test(text);
});

const generic = /^(?:与会者?|发言人?|讲者|嘉宾|代表们?|会议|大家|主席|主持人|调查|报告人?|他们?|她们?|双方|各方|有人|一位.*|部分.*|多位.*|会员们?|小会员|大会员|理事会|委员会?|协会|专家|参会者?|也|还|并|则|都|均|但|又|曾|已|可|不|只|就)+$/u;
const calendar = /^(?:January|February|March|April|May|June|July|August|September|October|November|December|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)s?$/;

/** Names in a text that nothing known to be so accounts for: `allowed` is all text in which a name may stand. In another language the word that opens a sentence tells nothing. */
export function strangersIn(text: string, allowed: string, isSameLanguage: boolean): string[] {
  const known = allowed.toLowerCase();
  const opening = isHan(text) || !isSameLanguage ? undefined : /^\p{Lu}[\p{L}\p{M}]*/u.exec(text)?.[0];
  const isStrange = opening !== undefined && !isFunctionWord(opening.toLowerCase()) && !openers.test(opening) && !known.includes(opening.toLowerCase().slice(0, stem));
  return [...namesIn(text).filter((name) => !known.includes(name.toLowerCase())), ...(isStrange ? [opening] : [])];
}

/** A word that opens a sentence has its capital anyhow: it is none of a name where what was said begins with as many letters, or where it only tells who speaks. */
const stem = 4;
const openers = /^(?:participant|speaker|delegate|member|panel|moderator|meeting|discussion|several|according|council|committee|association|another|although|since|instead|however|until|despite|whether|given|both|among|two|three|four|five)/i;

function namesIn(text: string): string[] {
  const latin = [...text.matchAll(/\p{L}[\p{L}\p{M}’'-]*/gu)].map(({ 0: word, index }) => ({ word, index })).filter(({ word }) => !isHan(word) && /^\p{Script=Latin}/u.test(word));
  const written = latin.filter(({ word, index }, n) => isNamelike(word) && (!opensSentence(text, index) || isNamelike(latin[n + 1]?.word ?? '') || new RegExp(String.raw`^\S+\s+${reporting}\b`).test(text.slice(index)) && !isFunctionWord(word.toLowerCase())))
    .map(({ word }) => word.replace(/['’]s$/, ''));
  // A Latin word in a Chinese sentence is a name whatever its case.
  const foreign = isHan(text) ? latin.map(({ word }) => word) : [];
  const subjects = [...text.matchAll(new RegExp(String.raw`(?:^|[，。；、,：])([\p{Script=Han}·]{2,6}?)(?:也|还|则|都|均|曾)?${reportingHan}`, 'gu'))].map(({ 1: subject = '' }) => subject).filter((subject) => !generic.test(subject));
  return [...written, ...foreign, ...subjects];
}

const isNamelike = (word: string): boolean => /^\p{Lu}/u.test(word) && !calendar.test(word) && word !== 'I' && !/^I['’]/.test(word);
const opensSentence = (text: string, index: number): boolean => /(?:^|[.!?:]\s+["“‘]?|^["“‘])$/.test(text.slice(0, index));

/** All that these people are called by, and where they come from. */
export const platesText = (people: readonly Plate[], speakers: ReadonlySet<ParticipantId>): string =>
  people.filter(({ participantId }) => speakers.has(participantId)).flatMap(({ name, organisation }) => [...Object.values(name ?? {}), ...Object.values(organisation ?? {})]).join('\n');
