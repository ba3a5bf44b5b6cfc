import type { Language, ParticipantId, TranscriptLine } from '@yaji/contracts';
import type { Plate } from '../plate.ts';
import { sentencesOf } from '../summary/sentences.ts';
import type { Statement } from '../summary/summary.ts';
import { isHan } from '../summary/words.ts';

/**
 * Something that may be to be done or decided, for a moderator to take or leave. `text`: as it was said; `by`: when, in the words that were said; `who`:
 * who is named, or who promised it.
 */
export type SuggestedAction = { kind: 'action' | 'decision'; text: string; lineId: string; who?: ParticipantId; by?: string; saidBy: ParticipantId | null; language: Language; fromAt: number; toAt: number };

const weekday = '(?:mon|tues|wednes|thurs|fri|satur|sun)day';
const month = '(?:january|february|march|april|may|june|july|august|september|october|november|december)';
const dates: readonly RegExp[] = [
  new RegExp(String.raw`\b(?:by|before|until|no later than|not later than)\s+(?:the\s+)?(?:end of (?:the |this |next )?(?:week|month|year|quarter|${month})|next (?:week|month|year|meeting|salon|${weekday})|tomorrow|tonight|${weekday}|(?:mid-?)?${month}(?:\s+\d{1,2})?|\d{1,2}(?:st|nd|rd|th)?(?:\s+(?:of\s+)?${month})?|\p{L}+teenth|\p{L}+(?:fth|nth|nd|rst|ird|ieth))\b`, 'iu'),
  new RegExp(String.raw`\b(?:tonight|tomorrow|this week|this month|next week|next month|on ${weekday}|in ${month})\b`, 'i'),
  /(?:本|这个?|下个?|下下个?)(?:周|星期|礼拜|月|季度)(?:[一二三四五六日天末底])?(?:之?前|以前|内)?|(?:[一二三四五六七八九十]{1,3}|\d{1,2})月(?:(?:[一二三四五六七八九十]{1,3}|\d{1,2})[日号]|底|初|中旬?)?(?:之?前|以前)?|(?:[一二三四五六七八九十]{1,3}|\d{1,2})[日号](?:之?前|以前)|月底(?:之?前|以前)?|年底(?:之?前|以前)?|(?:今|明)(?:晚|天)(?:之?前|以前)?|(?:星期|周)[一二三四五六日天](?:之?前|以前)?|下次会议(?:之?前|以前)?/u,
];

const doing = '(?:write|send|draft|prepare|bring|book|call|ring|ask|check|invite|organi[sz]e|arrange|contact|circulate|publish|report|present|update|test|run|hold|find|collect|translate|confirm|delete|propose|submit|take|look|talk|meet|make|set up|follow up|chase|keep|order|pay|calculate|share|upload|review|finish|get|give|tell)';
const promises: readonly RegExp[] = [
  new RegExp(String.raw`\b(?:I(?:['’]ll| will| can| am going to|['’]m going to| shall))\s+(?:\w+\s+){0,2}?${doing}\b`, 'i'),
  /我(?:来|会|去|今晚|明天|这周|下周|负责|马上|回去)(?!说|讲两句|先|觉得).{0,12}(?:写|发|做|打|问|查|联系|准备|整理|起草|提交|安排|约|订|催|汇报|落实|跟|办|拿)/u,
];
const tasks: readonly RegExp[] = [
  new RegExp(String.raw`\b(?:will|shall|is to|are to|should|has to|could you|would you|please)\s+(?:\w+\s+){0,2}?${doing}\b`, 'i'),
  /\b(?:action item|action point|to[- ]do|is responsible for|takes care of|in charge of)\b/i,
  new RegExp(String.raw`^(?:so[, ]+)?\p{Lu}[\p{L}'’-]+(?:\s\p{Lu}[\p{L}'’-]+)?[, ]+(?:\w+\s+){0,1}?${doing}s?\b`, 'u'),
  /(?:由|请|麻烦|让)[\p{Script=Han}·]{1,8}?(?:负责|起草|提交|联系|准备|汇报|整理|安排|落实|牵头|写|发|打|催|订|跟进|问|查|确认)/u,
  /[\p{Script=Han}·]{1,6}(?:负责|牵头)/u,
];

const decisions: readonly RegExp[] = [
  /\b(?:we|the (?:council|board|committee|assembly|meeting|group|members))(?:['’]ve|\s(?:have|has|had|all|hereby|therefore|then|now|just))*\s(?:agreed|agree to|decided?|decides|resolved?|resolves|settled on)\b(?! with)/i,
  /\b(?:it|that|this)(?:['’]s|\s(?:is|was|has been))(?:\s(?:hereby|therefore|then|now|so))*\s(?:agreed|decided|resolved|settled|adopted|approved)\b/i,
  /(?:我们|大家|会议|理事会|委员会|全体)(?:今天|就|都|一致|已经?|正式|在此|现在|最后)*(?:决定|议定|商定|同意|通过了|敲定)/u,
  /一致(?:同意|通过|决定)|就这么(?:定了|办)|那就(?:这么)?定了|决定如下|达成(?:了)?一致/u,
];

/** Wishes and questions of what might be, and what is long done, are no tasks. */
const idle = /[?？]["”’]?\s*$|[吗么][。.]?$|\b(?:if (?:i|we|you|they)|would have|should have|could have|used to|last (?:year|week|month))\b|如果|要是|假如|去年|上次|以前就/iu;

/**
 * Sentences that sound like something to be done (a promise, or a task for somebody who is named) or like something decided, in English or Chinese.
 * Only suggestions: without one of a name, an "I will" or a date nothing is to be done.
 */
export function suggestedActions(lines: readonly TranscriptLine[], plates: readonly Plate[]): SuggestedAction[] {
  return sentencesOf(lines, []).flatMap((statement): SuggestedAction[] => {
    const { text, lineIds: [lineId], participantId: saidBy, language, fromAt, toAt } = statement;
    if (lineId === undefined || (idle.test(text) && !/^(?:could|would) you|麻烦|能不能/iu.test(text))) return [];
    const said = { text, lineId, saidBy, language, fromAt, toAt };
    const task = taskIn(statement, plates);
    if (task) return [{ ...said, ...task, kind: 'action' }];
    return decisions.some((pattern) => pattern.test(text)) ? [{ ...said, kind: 'decision' }] : [];
  });
}

/** Null: nothing that somebody could be asked for. */
function taskIn({ text, participantId }: Statement, plates: readonly Plate[]): Pick<SuggestedAction, 'who' | 'by'> | null {
  const promised = promises.some((pattern) => pattern.test(text));
  if (!promised && !tasks.some((pattern) => pattern.test(text))) return null;
  const who = personIn(text, plates) ?? (promised ? participantId : null);
  const by = dates.map((date) => date.exec(text)?.[0]).find((found) => found !== undefined);
  if (who === null && by === undefined) return null;
  return { ...(who === null ? {} : { who }), ...(by === undefined ? {} : { by }) };
}

/** Who is named first. A name that is also a word ("Will", "May") counts with a capital alone, and not where it opens the sentence as a verb would. */
function personIn(text: string, plates: readonly Plate[]): ParticipantId | null {
  const found = plates.flatMap(({ participantId, name }) => Object.values(name ?? {}).flatMap((full) => [full, ...partsOf(full)])
    .map((calling) => ({ participantId, at: placeOf(text, calling), length: calling.length })).filter(({ at }) => at >= 0));
  const [first] = found.sort((one, other) => one.at - other.at || other.length - one.length);
  return first?.participantId ?? null;
}

/** A Chinese name of three characters is also called by its last two. */
const partsOf = (full: string): string[] => (isHan(full) ? (full.includes('·') ? full.split('·') : full.length === 3 ? [full.slice(1)] : []) : full.split(/\s+/).filter((part) => part.length > 2));

const alsoVerbs: ReadonlySet<string> = new Set(['Will', 'May', 'Mark', 'Bill', 'Grant', 'Chase', 'Drew', 'Rob', 'Sue', 'Pat', 'Frank', 'Rich', 'Hope', 'Grace']);

function placeOf(text: string, calling: string): number {
  if (isHan(calling)) return text.indexOf(calling);
  const at = new RegExp(String.raw`(?<![\p{L}\p{N}])${calling.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}(?![\p{L}\p{N}])`, 'u').exec(text)?.index ?? -1;
  return at === 0 && alsoVerbs.has(calling) && !/^\S+[,]|^\S+\s+(?:will|is|has|shall|should|to|\w{3,}s)\b/.test(text) ? -1 : at;
}
