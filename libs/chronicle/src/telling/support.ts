import type { LocalText, ParticipantId } from '@yaji/contracts';
import { tongueOf } from '@yaji/salon';
import type { Plate } from '../plate.ts';
import type { Statement } from '../summary/summary.ts';
import { isHan, sizeOf, type Tokenise } from '../summary/words.ts';
import { denies, isPlain, kindsIn } from './claims.ts';
import { figuresIn } from './figures.ts';
import { isSubject, peopleIn, platesText, strangersIn } from './named.ts';

/** A sentence in other words, and what was said that it holds by. */
export type Claim = { language: string; text: string; evidence: readonly Statement[] };
/** `people`: everybody in the room; `terms`: titles and glossary, each in the languages that it is known in. */
export type Known = { people: readonly Plate[]; terms: readonly LocalText[]; words: Tokenise };
/** Why a sentence is not taken. `adds`: a kind of claim that the evidence does not make; `content`: it speaks of something else; `uncheckable`: another language, and nothing in it that could be compared. */
export type Fault = 'uncited' | 'unfit' | 'length' | 'language' | 'figure' | 'name' | 'speaker' | 'denial' | 'adds' | 'content' | 'uncheckable';

/** Characters; nobody needs more for a sentence. */
const longest = 420;
/** So much of what a sentence speaks of must have been said in those words. */
const saidShare = 0.6;

const said = ({ evidence }: Claim): string => evidence.map(({ text }) => text).join('\n');

/**
 * What is wrong with a claim, null when its evidence supports it as far as can be checked without understanding it: every figure and name, what is denied,
 * how strong it is, who said it, and within one language most of its words. Meant to refuse rather than to believe.
 */
export function faultIn(claim: Claim, known: Known): Fault | null {
  const checks: readonly (() => Fault | null)[] = [
    () => (claim.evidence.length === 0 ? 'uncited' : null),
    () => (isPlain(claim.text) ? null : 'unfit'),
    () => (claim.text.length > longest || sizeOf(claim.text) < 3 ? 'length' : null),
    () => languageFault(claim, known),
    () => ([...figuresIn(claim.text)].every((figure) => figuresIn(said(claim)).has(figure)) ? null : 'figure'),
    () => nameFault(claim, known),
    () => (denies(claim.text) && !denies(said(claim)) ? 'denial' : null),
    () => ([...kindsIn(claim.text)].every((kind) => kindsIn(said(claim)).has(kind)) ? null : 'adds'),
    () => (isSameLanguage(claim) ? contentFault(claim, known) : acrossFault(claim, known)),
  ];
  for (const check of checks) {
    const fault = check();
    if (fault) return fault;
  }
  return null;
}

/** What two tellings of the same in different languages do not have in common; null when nothing that can be compared differs. */
export function faultBetween(one: Claim, twin: Claim): Fault | null {
  const [figures, others] = [figuresIn(one.text), figuresIn(twin.text)];
  if (figures.size !== others.size || [...figures].some((figure) => !others.has(figure))) return 'figure';
  if (denies(one.text) !== denies(twin.text)) return 'denial';
  const ratio = sizeOf(one.text) / Math.max(1, sizeOf(twin.text));
  if (ratio < 0.4 || ratio > 2.5) return 'length';
  const [kinds, otherKinds] = [kindsIn(one.text), kindsIn(twin.text)];
  return [...kinds].some((kind) => !otherKinds.has(kind)) ? 'adds' : null;
}

/** Whether most of the evidence is in the claim's own language: then its words can be compared. */
export function isSameLanguage({ language, evidence }: Claim): boolean {
  const same = evidence.filter((statement) => tongueOf(statement.language) === tongueOf(language));
  return same.reduce((size, { text }) => size + sizeOf(text), 0) * 2 > evidence.reduce((size, { text }) => size + sizeOf(text), 0);
}

function languageFault({ language, text }: Claim, { people }: Known): Fault | null {
  const names = people.flatMap(({ name, organisation }) => [...Object.values(name ?? {}), ...Object.values(organisation ?? {})]).filter(isHan);
  const bare = names.reduce((rest, name) => rest.replaceAll(name, ' '), text);
  if (tongueOf(language) !== 'zh') return isHan(bare) ? 'language' : null;
  const [hanCount, letterCount] = [bare.match(/\p{Script=Han}/gu)?.length ?? 0, bare.match(/\p{Script=Latin}/gu)?.length ?? 0];
  return hanCount * 2 > letterCount ? null : 'language';
}

const speakersOf = ({ evidence }: Claim): Set<ParticipantId> => new Set(evidence.flatMap(({ participantId }) => (participantId === null ? [] : [participantId])));

function nameFault(claim: Claim, { people, terms }: Known): Fault | null {
  const speakers = speakersOf(claim);
  const words = said(claim);
  const named = peopleIn(claim.text, people);
  for (const person of named) {
    const spoke = speakers.has(person.participantId);
    // Whoever is said to have said it must have said it; others may be spoken of where the words themselves name them.
    if (!spoke && (isSubject(claim.text, person) || !peopleIn(words, [person]).length)) return 'speaker';
    // With several voices nobody can tell here whose is whose: a swap would pass.
    if (spoke && new Set(claim.evidence.map(({ participantId }) => participantId)).size > 1) return 'speaker';
  }
  const allowed = [words, platesText(people, speakers), ...termsFor(words, terms)].join('\n');
  return strangersIn(claim.text, allowed, isSameLanguage(claim)).length > 0 ? 'name' : null;
}

/** A term may be named in any language where the evidence names it in one. */
const termsFor = (words: string, terms: readonly LocalText[]): string[] =>
  terms.flatMap((term) => (Object.values(term).some((text) => words.toLowerCase().includes(text.toLowerCase())) ? Object.values(term) : []));

function contentFault(claim: Claim, { words, people }: Known): Fault | null {
  const spoken = words(said(claim), claim.language);
  const own = new Set([...words(claim.text, claim.language)]);
  const named = new Set(words(platesText(people, speakersOf(claim)), claim.language));
  const open = [...own].filter((word) => !named.has(word) && !retelling.has(word));
  const found = open.filter((word) => spoken.includes(word) || (isHan(word) && said(claim).includes(word)));
  if (found.length < 2 || found.length < open.length * saidShare) return 'content';
  return denialLost(claim, words, new Set(open)) ? 'denial' : figureMoved(claim, words) ? 'figure' : null;
}

/** Stems of words by which one tells what others said. */
const retelling: ReadonlySet<string> = new Set([
  ...'propos suggest explain report argu state point note ask speaker particip member deleg panel discuss mention call told warn ad accord found want plan'.split(' '),
  ...'表示 认为 指出 提出 建议 主张 强调 报告 要求 与会者 发言人 介绍 说明 提到 会议 讨论 代表 希望'.split(' '),
]);

const clausesOf = (text: string): string[] => text.split(/[,，;；。.!?！？\n]|\b(?:but|and|because)\b|但是?|而且|因为/u).filter((clause) => clause.trim() !== '');

/** A clause that denies something, retold as if it did not. */
function denialLost(claim: Claim, words: Tokenise, own: ReadonlySet<string>): boolean {
  if (denies(claim.text)) return false;
  return clausesOf(said(claim)).some((clause) => {
    if (!denies(clause)) return false;
    const spoken = [...new Set(words(clause, claim.language))];
    const retold = spoken.filter((word) => own.has(word)).length;
    return retold >= 2 && retold * 5 >= spoken.length * 3;
  });
}

/** Words on either side of a figure within which what it counts stands: in what was said, and more narrowly in the telling. */
const near = { said: 5, told: 3 };

/** A figure that was said, with another thing beside it: "a fee of 300, reserves of 900" made into "a fee of 900". Finds nothing in Chinese, where words are not apart. */
function figureMoved({ text, evidence, language }: Claim, words: Tokenise): boolean {
  const spoken = evidence.flatMap((statement) => neighbours(statement.text, words, language).map(({ figure, before, after }) => ({ figure, beside: [...before, ...after] })));
  return neighbours(text, words, language, near.told).some(({ figure, before, after }) => {
    const counted = [before.at(-1), after[0]].filter((word) => word !== undefined && spoken.some(({ beside }) => beside.includes(word)));
    return counted.some((word) => word !== undefined && !spoken.some((other) => other.figure === figure && other.beside.includes(word)));
  });
}

/** Each figure of a text with the words around it. */
function neighbours(text: string, words: Tokenise, language: string, within = near.said): { figure: string; before: string[]; after: string[] }[] {
  const pieces = text.match(/[\p{L}\p{N}]+(?:[.,]\d+)*/gu) ?? [];
  const wordsIn = (from: number, to: number): string[] => words(pieces.slice(Math.max(0, from), to).join(' '), language).filter((word) => !/\d/.test(word));
  return pieces.flatMap((piece, at) => [...figuresIn(piece)].map((figure) => ({ figure, before: wordsIn(at - within, at), after: wordsIn(at + 1, at + 1 + within) })));
}

function acrossFault(claim: Claim, { terms, people }: Known): Fault | null {
  const words = said(claim);
  const shared = [
    ...figuresIn(claim.text), ...kindsIn(claim.text), ...peopleIn(claim.text, people.filter(({ participantId }) => speakersOf(claim).has(participantId))),
    ...terms.filter((term) => {
      const here = Object.values(term).some((text) => words.toLowerCase().includes(text.toLowerCase()));
      return here && Object.values(term).some((text) => claim.text.toLowerCase().includes(text.toLowerCase()));
    }),
  ];
  return shared.length === 0 ? 'uncheckable' : null;
}
