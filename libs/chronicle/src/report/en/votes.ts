import type { LocalText } from '@yaji/contracts';
import { moment, type Part } from '../../document/blocks.ts';
import type { AwardRecord } from '../../award.ts';
import type { PollLine, PollRecord } from '../../poll.ts';
import type { Desk } from '../desk.ts';
import type { Outcome, Resolution } from '../report.ts';
import { count, many } from './numbers.ts';

const REMOVED = 'whose title was removed';
const titled = (what: string, title: LocalText | null, desk: Desk): string => {
  const words = desk.text(title);
  return words === null ? `${what} ${REMOVED}` : `${what} “${words}”`;
};

/** Who moved it, what became of it, and what it says. */
export function motion({ title, text, movedBy, secondedBy, outcome, at }: Resolution, desk: Desk): Part[] {
  const mover = movedBy && desk.person(movedBy);
  const seconder = secondedBy && desk.person(secondedBy);
  const backers = [...(mover === null ? [] : [`moved by ${mover}`]), ...(seconder === null ? [] : [`seconded by ${seconder}`])].join(' and ');
  const subject = `${titled('The motion', title, desk)}${backers === '' ? '' : `, ${backers},`}`;
  const words = desk.text(text);
  return [moment(`${subject} ${became(outcome)}.`, at), ...(words === null ? [] : [` It reads: “${words}”`])];
}

function became(outcome: Outcome): string {
  switch (outcome.how) {
    case 'vote': return `${figures(outcome)}${outcome.quorum === null ? '' : `; the quorum of ${count(outcome.quorum.needed)}${outcome.quorum.of === 'weight' ? ' votes' : ''} was met`}`;
    case 'chair': return `was ${outcome.carried ? 'carried' : 'lost'} by the vote of the chair after a tie of ${count(outcome.yes)} to ${count(outcome.no)}`;
    case 'no-objection': return 'was adopted without objection';
    case 'void': return outcome.because === 'quorum' ? 'was not decided: the vote was void for want of a quorum' : 'was not decided: the vote was called off';
    case 'withdrawn': return 'was withdrawn';
    case 'undecided': return 'was not decided';
  }
}

function figures({ carried, unanimous, yes, no, abstain, base }: Extract<Outcome, { how: 'vote' }>): string {
  if (unanimous) return `was carried unanimously, with ${yes === base ? `all ${many(base, 'vote')}` : `${count(yes)} of ${count(base)} votes`} in favour`;
  return `was ${carried ? 'carried' : 'lost'}, with ${many(yes, 'vote')} for and ${count(no)} against${abstain === 0 ? '' : `, and ${many(abstain, 'abstention')}`}`;
}

const lineName = ({ title, words }: PollLine, desk: Desk): string => `“${desk.text(title) ?? words}”`;

export function poll({ kind, title, answers, lines, mean, winner, openedAt }: PollRecord, desk: Desk): Part[] {
  const words = desk.text(title) ?? '';
  const asked = /[?？]$/.test(words) ? `Asked “${words}”` : `In the poll “${words}”`;
  if (answers === 0) return [moment(`${asked}, nobody answered.`, openedAt)];
  const begun = moment(`${asked}, ${many(answers, 'person', 'people')} answered`, openedAt);
  if (lines === null) return [begun, '; the result was not published.'];
  if (mean !== null) return [begun, ` and gave ${mean.toFixed(1)} out of 5 on average.`];
  if (kind === 'ranking') return [begun, winner === null ? '.' : `; “${desk.text(winner) ?? ''}” came first by instant run-off.`];
  if (kind === 'text') return [begun, '.'];
  return [begun, ...(standings([...lines].filter(({ count: had }) => had > 0).sort((one, other) => other.count - one.count), kind, desk))];
}

function standings(lines: readonly PollLine[], kind: PollRecord['kind'], desk: Desk): Part[] {
  const [best] = lines;
  if (!best) return ['.'];
  const first = lines.filter(({ count: had }) => had === best.count);
  const rest = lines.slice(first.length, first.length + 4);
  const what = kind === 'words' ? 'mention' : 'vote';
  const had = many(best.count, what);
  const lead = first.length === 1 ? [`: ${lineName(best, desk)} came first with ${had}`] : [': ', ...desk.all(first.map((line) => lineName(line, desk))), ` came level with ${had} each`];
  return [...lead, ...(rest.length === 0 ? [] : [', ahead of ', ...desk.all(rest.map((line) => `${lineName(line, desk)} (${line.count})`))]), '.'];
}

/** Only as far as the room was shown it. */
export function award({ title, status, complete, places, voted, closedAt }: AwardRecord, desk: Desk): Part[] {
  const winners = places.filter(({ place }) => place === 1);
  const names = winners.flatMap((one) => desk.text(one.title) ?? []).map((name) => `“${name}”`);
  const [first] = winners;
  if (status !== 'closed' || !complete || !first || names.length === 0) return [];
  const votes = ` with ${many(first.votes, 'vote')}${names.length === 1 ? '' : ' each'}`;
  return [...desk.all(names), moment(` won the award “${desk.text(title) ?? ''}”${votes}${voted === null ? '' : `; ${many(voted.members, 'person', 'people')} voted`}.`, closedAt)];
}
