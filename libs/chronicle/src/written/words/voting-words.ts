import type { BallotResult, BallotTerms, Count } from '@yaji/contracts';
import type { AwardRecord } from '../../award.ts';

type Quorum = NonNullable<BallotResult['quorum']>;
type Figures = { pro: number; contra: number; neither: number };

/** What the minutes say of motions, votes and awards, in one language. Names and titles come as Markdown, figures as they are. */
export type VotingWords = {
  motions: string; amendmentTo: (number: number) => string; asMoved: string; asAmended: string;
  moved: (by: string | null, at: string) => string; seconded: (by: string) => string; withdrawn: (at: string) => string; undecided: string;
  debate: (figures: Figures) => string; stances: { pro: string; contra: string; neither: string }; lane: (name: string, lane: string) => string;
  vote: (number: number) => string; asking: string; times: (from: string, to: string) => string;
  secrecies: Record<BallotTerms['secrecy'], string>; majorities: Record<BallotTerms['majority'], string>; inPlaceOf: (number: number) => string;
  entitled: string; everybody: string; presentOpening: string; presentClosing: string; cast: string; yes: string; no: string; abstaining: string; needed: string; quorum: string;
  size: (count: Count) => string; neededOf: (needed: number, base: number, of: BallotTerms['base']) => string; quorumOf: (quorum: Quorum) => string;
  votingOpen: string; counting: string; byChair: (name: string | null, at: string) => string;
  asked: (until: string, present: number, of: Quorum['of']) => string; objected: (name: string, at: string) => string; askingOpen: string; askingEnded: (at: string) => string;
  ballot: string; weight: string; castBy: string; pseudonym: string; digest: (digest: string) => string;
  awards: string; methods: Record<AwardRecord['method'], string>; voted: (voted: Count, entitled: Count | null) => string; awardPlace: string; nominee: string; had: string;
  shownFrom: (place: number) => string; notShown: string; awardStatuses: Record<Exclude<AwardRecord['status'], 'closed'>, string>; calledOffBefore: (votes: number) => string;
};

const basesEn: Record<BallotTerms['base'], string> = { 'yes-no': 'yes and no votes', cast: 'votes cast', present: 'votes present', entitled: 'votes entitled' };
const basesZhCN: Record<BallotTerms['base'], string> = { 'yes-no': '赞成票与反对票', cast: '已投票数', present: '到会票数', entitled: '有表决权票数' };

export const votingEn: VotingWords = {
  motions: 'Motions', amendmentTo: (number) => `Amendment to motion ${number}.`, asMoved: 'As moved:', asAmended: 'As amended:',
  moved: (by, at) => (by === null ? `Put forward at ${at}` : `Moved by ${by} at ${at}`), seconded: (by) => `; seconded by ${by}`, withdrawn: (at) => `Withdrawn at ${at}.`, undecided: 'Not decided.',
  debate: ({ pro, contra, neither }) => `Debate: ${pro} for, ${contra} against, ${neither} neither.`, stances: { pro: 'For', contra: 'Against', neither: 'Neither' }, lane: (name, lane) => `${name} (${lane})`,
  vote: (number) => `Vote ${number}`, asking: 'Without objection', times: (from, to) => ` (${from} – ${to})`,
  secrecies: { named: 'named', pseudonymous: 'under pseudonyms', secret: 'secret' },
  majorities: { simple: 'simple majority', absolute: 'absolute majority', 'two-thirds': 'two thirds', 'three-quarters': 'three quarters', unanimous: 'unanimity' }, inPlaceOf: (number) => `in place of vote ${number}`,
  entitled: 'Entitled', everybody: 'everybody in the room', presentOpening: 'Present at the opening', presentClosing: 'Present at the closing', cast: 'Voted', yes: 'Yes', no: 'No', abstaining: 'Abstaining', needed: 'Needed', quorum: 'Quorum',
  size: ({ members, weight }) => (members === weight ? `${members}` : `${members} (${weight} votes)`),
  neededOf: (needed, base, of) => `${needed} of ${base} ${basesEn[of]}`,
  quorumOf: ({ of, needed, opening, closing, entitled }) => `${needed} of ${entitled}${of === 'weight' ? ' votes' : ''} (${opening} at the opening, ${closing} at the closing)`,
  votingOpen: 'The vote was still open.', counting: 'The votes were still being counted.', byChair: (name, at) => `Decided by the chair${name === null ? '' : ` (${name})`} at ${at}:`,
  asked: (until, present, of) => `Objections were asked for until ${until}; ${present}${of === 'weight' ? ' votes' : ''} present or represented.`,
  objected: (name, at) => `${name} objected at ${at}.`, askingOpen: 'The time to object was not over.', askingEnded: (at) => `Broken off at ${at}.`,
  ballot: 'Vote', weight: 'Weight', castBy: 'Cast by', pseudonym: 'Pseudonym', digest: (digest) => `Digest of the bulletin board: ${digest}`,
  awards: 'Awards', methods: { approval: 'approval vote', ranked: 'ranked vote, instant run-off' }, awardPlace: 'Place', nominee: 'Nominee', had: 'Votes',
  voted: ({ members }, entitled) => (entitled === null ? `${members} voted` : `${members} of ${entitled.members} voted`),
  shownFrom: (place) => `Only the places from ${place} on were shown.`, notShown: 'The result was not shown.',
  awardStatuses: { open: 'The vote was still open.', counting: 'The votes were still being counted.', 'called-off': 'The vote was called off.' },
  calledOffBefore: (votes) => (votes === 1 ? 'An earlier vote was called off.' : `${votes} earlier votes were called off.`),
};

export const votingZhCN: VotingWords = {
  motions: '动议', amendmentTo: (number) => `对动议 ${number} 的修正案。`, asMoved: '原文：', asAmended: '修正后：',
  moved: (by, at) => (by === null ? `提出时间：${at}` : `提出人：${by}，${at}`), seconded: (by) => `；附议人：${by}`, withdrawn: (at) => `${at} 撤回。`, undecided: '未作决定。',
  debate: ({ pro, contra, neither }) => `讨论：支持 ${pro} 次，反对 ${contra} 次，未表明立场 ${neither} 次。`, stances: { pro: '支持', contra: '反对', neither: '未表明立场' }, lane: (name, lane) => `${name}（${lane}）`,
  vote: (number) => `第 ${number} 次表决`, asking: '征询异议', times: (from, to) => `（${from} – ${to}）`,
  secrecies: { named: '记名', pseudonymous: '化名', secret: '无记名' },
  majorities: { simple: '简单多数', absolute: '绝对多数', 'two-thirds': '三分之二多数', 'three-quarters': '四分之三多数', unanimous: '一致同意' }, inPlaceOf: (number) => `取代第 ${number} 次表决`,
  entitled: '有表决权', everybody: '会场所有人', presentOpening: '开始时到会', presentClosing: '结束时到会', cast: '已投票', yes: '赞成', no: '反对', abstaining: '弃权', needed: '须得', quorum: '法定人数',
  size: ({ members, weight }) => (members === weight ? `${members}` : `${members}（${weight} 票）`),
  neededOf: (needed, base, of) => `${basesZhCN[of]} ${base} 中的 ${needed}`,
  quorumOf: ({ of, needed, opening, closing, entitled }) => `${entitled} 中的 ${needed}${of === 'weight' ? ' 票' : ''}（开始时 ${opening}，结束时 ${closing}）`,
  votingOpen: '表决尚未结束。', counting: '尚在计票。', byChair: (name, at) => `主席${name === null ? '' : `（${name}）`}于 ${at} 裁决：`,
  asked: (until, present, of) => `征询异议至 ${until}；到会或由人代表 ${present}${of === 'weight' ? ' 票' : ''}。`,
  objected: (name, at) => `${name} 于 ${at} 提出异议。`, askingOpen: '异议时限未到。', askingEnded: (at) => `${at} 中止。`,
  ballot: '表决', weight: '票数', castBy: '代投人', pseudonym: '化名', digest: (digest) => `公告板摘要：${digest}`,
  awards: '奖项', methods: { approval: '认可投票', ranked: '排序投票，排序复选' }, awardPlace: '名次', nominee: '入围', had: '得票',
  voted: ({ members }, entitled) => (entitled === null ? `${members} 人投票` : `${entitled.members} 人中 ${members} 人投票`),
  shownFrom: (place) => `仅公布了第 ${place} 名及以后的名次。`, notShown: '结果未公布。',
  awardStatuses: { open: '投票尚未结束。', counting: '尚在计票。', 'called-off': '投票已撤销。' },
  calledOffBefore: (votes) => `此前有 ${votes} 次投票被撤销。`,
};
