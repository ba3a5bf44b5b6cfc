import type { Block, LocalText, ParticipantId, Told, TranscriptLine } from '@yaji/contracts';
import type { Account, Accounts } from '../account/accounts.ts';
import type { Portrait } from '../account/portrait.ts';
import { textsIn } from '../account/quoted.ts';
import type { SaidBy } from '../salon/rehearsal.ts';
import { factsOf } from './facts.ts';
import { clockText, type Figured, missingRows, wrongFigures } from './figures.ts';
import { type Row, row } from './row.ts';

/** What the accounts are held against. `lies`: what a service said that is not so; null: none was asked. */
export type Truth = Omit<Figured, 'facts' | 'said'> & { log: readonly Told[]; saidBy: SaidBy; hears: boolean; lies: { told: readonly string[]; asked: number } | null };

const some = 3;
/** So many of a list that a person sees what is wrong. */
const listed = (wrong: readonly string[]): string => `${wrong.slice(0, some).join('; ')}${wrong.length > some ? `; and ${wrong.length - some} more` : ''}`;
const verdictOf = (wrong: readonly string[], good: string): [boolean, string] => (wrong.length === 0 ? [true, good] : [false, listed(wrong)]);
const nameOf = ({ kind, language }: Account): string => `${kind} (${language})`;

export function accountRows(accounts: Accounts | null, truth: Truth): Row[] {
  if (!accounts) return [row('minutes and report', false, 'there are none')];
  const figured: Figured = { ...truth, facts: factsOf(truth.log), said: [...truth.saidBy.keys()] };
  return [
    ...accounts.accounts.flatMap((account) => [figureRow(account, figured), fileRow(account), quoteRow(account, truth), pictureRow(account, figured)]),
    transcriptRow(accounts.lines, truth), ...lieRows(accounts, truth),
  ];
}

function figureRow(account: Account, figured: Figured): Row {
  const wrong = [
    ...wrongFigures(account.document, figured), ...(account.kind === 'minutes' ? missingRows(account.document, figured) : []),
    ...(account.upTo === figured.facts.upTo ? [] : [`up to ${account.upTo} of ${figured.facts.upTo}`]),
  ];
  return row(`${nameOf(account)}: every figure is the log’s`, ...verdictOf(wrong, `${textsIn(account.document).join(' ').match(/\d+/g)?.length ?? 0} numbers`));
}

const bare = (text: string): string => text.replace(/[\s\u200b\u00ad\ufeff]/gu, '');

/** Whether a file of another program says the same. */
function fileRow(account: Account): Row {
  const texts = textsIn(account.document).map(bare);
  const wrong = account.files.flatMap(({ format, text }) => {
    const read = bare(text);
    return texts.filter((one) => !read.includes(one)).map((one) => `${format} lacks “${one.slice(0, 40)}”`);
  });
  const faults = account.files.length < 2 ? [...wrong, `${account.files.length} of 2 files`] : wrong;
  return row(`${nameOf(account)}: its files say the same`, ...verdictOf(faults, account.files.map(({ format, reader }) => `${format} by ${reader}`).join(', ') + `, ${texts.length} texts`));
}

function quoteRow(account: Account, { saidBy, plates, timeZone, hears }: Truth): Row {
  const { quotes } = account;
  if (!hears) return row(`${nameOf(account)}: no quotes where nothing was written down`, quotes.length === 0, `${quotes.length}`);
  const wrong = quotes.flatMap(({ text, by, at, heard }) => {
    const [clock = clockText(at, timeZone)] = by.match(/\d+:\d{2}:\d{2}/) ?? [];
    const speaker = saidBy.get(text);
    const isNamed = speaker !== undefined && Object.values(plates.get(speaker) ?? {}).some((name) => by.includes(name));
    return [...(clock === clockText(at, timeZone) ? [] : [`“${text.slice(0, 24)}” is dated ${clock}`]), ...(isNamed ? [] : [`“${text.slice(0, 24)}” is given as ${by}’s`]), ...(heard === text ? [] : [`at the second of “${text.slice(0, 24)}” one hears ${heard === null ? 'nothing known' : `“${heard.slice(0, 24)}”`}`])];
  });
  return row(`${nameOf(account)}: every quote is heard at its second`, ...verdictOf(quotes.length === 0 ? ['there are none'] : wrong, `${quotes.length} quotes of ${new Set(quotes.map(({ text }) => saidBy.get(text))).size} people`));
}

/** A face that is named fills at least so much of its picture; who is not named, at most. */
const [leastSeen, mostUnseen] = [0.03, 0.01];

/** Minutes have no pictures. */
function pictureRow(account: Account, { plates }: Figured): Row {
  const figures = account.document.blocks.flatMap((block) => (block.kind === 'figure' ? [block] : []));
  if (account.kind === 'minutes') return row(`${nameOf(account)}: no pictures`, figures.length === 0, `${figures.length}`);
  const wrong = figures.flatMap((figure) => unlike(figure, account.portraits.get(figure.pictureId), plates));
  const faults = figures.length < 3 ? [...wrong, `only ${figures.length} pictures`] : wrong;
  return row(`${nameOf(account)}: every picture shows whom its caption names`, ...verdictOf(faults, `${figures.length}, by the colour of each camera`));
}

function unlike({ pictureId, caption }: Extract<Block, { kind: 'figure' }>, portrait: Portrait | undefined, plates: ReadonlyMap<ParticipantId, LocalText>): string[] {
  if (!portrait) return [`${pictureId} cannot be had`];
  return [...portrait].flatMap(([participantId, share]) => {
    const names = Object.values(plates.get(participantId) ?? {});
    const isNamed = names.some((name) => caption.includes(name));
    if (isNamed && share < leastSeen) return [`${pictureId} names ${names[0] ?? participantId}, whose colour has ${Math.round(share * 100)} %`];
    return !isNamed && share > mostUnseen ? [`${pictureId} shows ${names[0] ?? participantId}, whom “${caption}” does not name`] : [];
  });
}

/** A line never carries the wrong name. */
function transcriptRow(lines: readonly TranscriptLine[], { saidBy, hears }: Truth): Row {
  if (!hears) return row('transcript: none where nothing was written down', lines.length === 0, `${lines.length} lines`);
  const wrong = lines.filter(({ text, participantId }) => saidBy.get(text) !== participantId).map(({ text }) => `“${text.slice(0, 32)}” is not that speaker’s`);
  return row('transcript: every line is its speaker’s', ...verdictOf(lines.length === 0 ? ['there is none'] : wrong, `${lines.length} lines`));
}

function lieRows({ accounts, notes }: Accounts, { lies }: Truth): Row[] {
  if (!lies) return [];
  const all = accounts.map((account) => ({ name: nameOf(account), text: bare([...textsIn(account.document), ...account.files.map(({ text }) => text)].join(' ')) }));
  const found = all.flatMap(({ name, text }) => lies.told.filter((lie) => text.includes(bare(lie))).map((lie) => `${name} says “${lie.slice(0, 40)}”`));
  return [
    row('the service’s lies: none is told', ...verdictOf(lies.asked === 0 ? ['it was not asked'] : found, `${lies.told.length} lies, asked ${lies.asked} times`)),
    row('the service’s lies: reviewers are told', notes.some(({ what, count }) => what === 'unsupported' && count > 0), notes.map(({ what, count }) => `${what} ${count}`).join(', ') || 'nothing'),
  ];
}
