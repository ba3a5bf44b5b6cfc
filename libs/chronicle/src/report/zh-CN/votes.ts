import type { LocalText } from '@yaji/contracts';
import type { AwardRecord } from '../../award.ts';
import { moment, type Part } from '../../document/blocks.ts';
import type { PollLine, PollRecord } from '../../poll.ts';
import type { Desk } from '../desk.ts';
import type { Outcome, Resolution } from '../report.ts';

const titled = (title: LocalText | null, desk: Desk): string => {
  const words = desk.text(title);
  return words === null ? '（标题已删除）' : `“${words}”`;
};

/** The vote comes before the motion: what the meeting did with what. */
export function motion({ title, text, movedBy, secondedBy, outcome, at }: Resolution, desk: Desk): Part[] {
  const mover = movedBy && desk.person(movedBy);
  const seconder = secondedBy && desk.person(secondedBy);
  const from = [...(mover === null ? [] : [`${mover}提出`]), ...(seconder === null ? [] : [`${seconder}附议`])].join('、');
  const subject = `${from === '' ? '' : `${from}的`}动议${titled(title, desk)}`;
  const words = desk.text(text);
  return [moment(became(outcome, subject), at), ...(words === null ? [] : [`该动议全文为：“${words}”`])];
}

function became(outcome: Outcome, subject: string): string {
  switch (outcome.how) {
    case 'vote': return `会议对${subject}进行表决，${figures(outcome)}${outcome.quorum === null ? '' : `，${quorumMet(outcome.quorum)}`}。`;
    case 'chair': return `会议对${subject}进行表决，赞成${outcome.yes}票，反对${outcome.no}票，票数相等，经主席裁决${outcome.carried ? '通过' : '不通过'}。`;
    case 'no-objection': return `经征询，会议无异议通过${subject}。`;
    case 'void': return outcome.because === 'quorum' ? `会议对${subject}进行表决，因法定人数不足，表决无效。` : `对${subject}的表决已撤销。`;
    case 'withdrawn': return `${subject}已撤回。`;
    case 'undecided': return `会议未就${subject}作出决定。`;
  }
}

const quorumMet = ({ needed, of }: { needed: number; of: 'members' | 'weight' }): string => (of === 'weight' ? `达到法定票数（${needed}票）` : `达到法定人数（${needed}人）`);

function figures({ carried, unanimous, yes, no, abstain, base }: Extract<Outcome, { how: 'vote' }>): string {
  if (unanimous) return yes === base ? `${base}票全部赞成，一致通过` : `${base}票中${yes}票赞成，一致通过`;
  return `赞成${yes}票，反对${no}票，弃权${abstain}票，${carried ? '获得通过' : '未获通过'}`;
}

const lineName = ({ title, words }: PollLine, desk: Desk): string => `“${desk.text(title) ?? words}”`;

export function poll({ kind, title, answers, lines, mean, winner, openedAt }: PollRecord, desk: Desk): Part[] {
  const begun = moment(`会上就${titled(title, desk)}进行投票，${answers === 0 ? '无人作答' : `共收到${answers}份回答`}`, openedAt);
  if (answers === 0) return [begun, '。'];
  if (lines === null) return [begun, '，结果未公布。'];
  if (mean !== null) return [begun, `，平均${mean.toFixed(1)}分（满分5分）。`];
  if (kind === 'ranking') return [begun, winner === null ? '。' : `，排序复选居首的是“${desk.text(winner) ?? ''}”。`];
  if (kind === 'text') return [begun, '。'];
  return [begun, standings([...lines].filter(({ count }) => count > 0).sort((one, other) => other.count - one.count), kind, desk)];
}

function standings(lines: readonly PollLine[], kind: PollRecord['kind'], desk: Desk): string {
  const [best] = lines;
  if (!best) return '。';
  const unit = kind === 'words' ? '次' : '票';
  const first = lines.filter(({ count }) => count === best.count);
  const rest = lines.slice(first.length, first.length + 4).map((line) => `${lineName(line, desk)}${line.count}${unit}`);
  const lead = first.length === 1 ? `${lineName(best, desk)}以${best.count}${unit}居首` : `${first.map((line) => lineName(line, desk)).join('')}各得${best.count}${unit}，并列居首`;
  return `，${[lead, ...rest].join('，')}。`;
}

export function award({ title, status, complete, places, voted, closedAt }: AwardRecord, desk: Desk): Part[] {
  const winners = places.filter(({ place }) => place === 1);
  const names = winners.flatMap((one) => desk.text(one.title) ?? []).map((name) => `“${name}”`);
  const [first] = winners;
  if (status !== 'closed' || !complete || !first || names.length === 0) return [];
  const count = voted === null ? '' : `经${voted.members}人投票，`;
  return [moment(`${count}${names.join('')}${names.length === 1 ? '' : '各'}以${first.votes}票${names.length === 1 ? '' : '并列'}获得“${desk.text(title) ?? ''}”。`, closedAt)];
}
