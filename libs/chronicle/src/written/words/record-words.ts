import { nameOf } from './place-names.ts';

/** What the minutes say of people, places and time, in one language; names come as they are written. */
export type RecordWords = {
  salon: string; host: string; chaired: string; heldIn: string; beside: (name: string, about: string) => string;
  byOrganisation: string; noOrganisation: string; country: string; total: string; hallColumn: string; remoteColumn: string;
  quorumCourse: string; quorumRule: (needed: number, entitled: number, of: 'members' | 'weight') => string;
  quorumSpan: (isMet: boolean, span: { from: string; to: string; least: number; most: number }) => string; quorumNever: string; quorumAlways: string;
  outsideItems: string;
  course: (times: { from: string; to: string; took: string; planned: string }) => string;
  tookTheFloor: (speakers: string, turns: number, people: number) => string; turnLine: (name: string, took: string) => string;
  said: (name: string, at: string) => string;
  motionResult: (title: string) => string; decided: string; action: string; until: (day: string) => string; actions: string;
  task: string; who: string; due: string; nobodyNamed: string; noDate: string;
  annex: (letter: string, title: string) => string;
  speaking: string; shareBy: { person: string; organisation: string; country: string; language: string }; turnsColumn: string; share: string; notKnown: string;
  languageColumn: string; languageName: (tag: string) => string; countryName: (code: string) => string;
  poll: string; during: (name: string) => string; proceedings: string; between: string; someone: string;
};

export const recordEn: RecordWords = {
  salon: 'Salon', host: 'Held by', chaired: 'Chaired by', heldIn: 'Languages', beside: (name, about) => `${name} (${about})`,
  byOrganisation: 'By organisation', noOrganisation: 'without an organisation', country: 'Country', total: 'Total', hallColumn: 'In the hall', remoteColumn: 'Remote',
  quorumCourse: 'Quorum', quorumRule: (needed, entitled, of) => `The quorum was ${needed} of ${entitled} ${of === 'weight' ? 'votes' : 'entitled members'}, present or represented.`,
  quorumSpan: (isMet, { from, to, least, most }) => `${from} – ${to}: ${isMet ? 'met' : 'not met'}, with ${least === most ? least : `${least} to ${most}`}`,
  quorumNever: 'It was not met at any time.', quorumAlways: 'It was met throughout.',
  outsideItems: 'Outside the agenda',
  course: ({ from, to, took, planned }) => `${from} – ${to}; took ${took}, ${planned} planned.`,
  tookTheFloor: (speakers, turns, people) => `${speakers} took the floor${turns > people ? `, ${turns} times in all` : ''}.`,
  turnLine: (name, took) => ` ${name}, ${took}`, said: (name, at) => `${name}, ${at}`,
  motionResult: (title) => `Motion “${title}”: `, decided: 'Decided', action: 'Action item', until: (day) => `by ${day}`, actions: 'Action items',
  task: 'Task', who: 'Who', due: 'By', nobodyNamed: 'nobody named', noDate: 'no date',
  annex: (letter, title) => `Annex ${letter}: ${title}`,
  speaking: 'Speaking time', shareBy: { person: 'By person', organisation: 'By organisation', country: 'By country', language: 'By language' }, turnsColumn: 'Contributions', share: 'Share', notKnown: 'not known',
  languageColumn: 'Language', languageName: (tag) => nameOf('en', 'language', tag), countryName: (code) => nameOf('en', 'region', code),
  poll: 'Poll', during: (name) => `while ${name} had the floor`, proceedings: 'Proceedings', between: ' ', someone: 'Somebody without the floor',
};

export const recordZhCN: RecordWords = {
  salon: '活动', host: '主办单位', chaired: '主持人', heldIn: '会议语言', beside: (name, about) => `${name}（${about}）`,
  byOrganisation: '按单位统计', noOrganisation: '无所属单位', country: '国家', total: '合计', hallColumn: '现场', remoteColumn: '线上',
  quorumCourse: '法定人数', quorumRule: (needed, entitled, of) => (of === 'weight' ? `法定票数为 ${needed} 票（有表决权 ${entitled} 票），含委托出席。` : `法定人数为 ${needed} 人（有表决权 ${entitled} 人），含委托出席。`),
  quorumSpan: (isMet, { from, to, least, most }) => `${from} – ${to}：${isMet ? '达到' : '未达到'}，到会 ${least === most ? least : `${least} 至 ${most}`}`,
  quorumNever: '会议期间始终未达到。', quorumAlways: '会议期间始终达到。',
  outsideItems: '议程之外',
  course: ({ from, to, took, planned }) => `${from} – ${to}，用时 ${took}，计划 ${planned}。`,
  tookTheFloor: (speakers, turns, people) => `${speakers}发言${turns > people ? `，共 ${turns} 次` : ''}。`,
  turnLine: (name, took) => ` ${name}，${took}`, said: (name, at) => `${name}，${at}`,
  motionResult: (title) => `动议“${title}”：`, decided: '议定', action: '待办事项', until: (day) => `${day}前`, actions: '待办事项',
  task: '事项', who: '负责人', due: '期限', nobodyNamed: '未指定', noDate: '未定',
  annex: (letter, title) => `附件 ${letter}：${title}`,
  speaking: '发言时长', shareBy: { person: '按人', organisation: '按单位', country: '按国家', language: '按语言' }, turnsColumn: '发言次数', share: '占比', notKnown: '不详',
  languageColumn: '语言', languageName: (tag) => nameOf('zh-CN', 'language', tag), countryName: (code) => nameOf('zh-CN', 'region', code),
  poll: '投票', during: (name) => `${name}发言期间`, proceedings: '会议经过', between: '', someone: '未取得发言权者',
};

