import { moment, type Part } from '../../document/blocks.ts';
import type { Desk } from '../desk.ts';
import { discussionIn } from '../discussion.ts';
import type { Outcome, Report } from '../report.ts';

/** Countries up to so many are named. */
const NAMED = 5;

const titled = (title: string | null): string => (title === null ? '会议' : `“${title}”`);

const topicsOf = ({ chapters }: Report, desk: Desk): string[] => chapters.flatMap(({ topicId, title }) => (topicId === null ? [] : (desk.text(title) ?? []))).map((topic) => `“${topic}”`);

const resolvedIn = ({ chapters }: Report, desk: Desk): { title: string; how: string; at: number | null }[] =>
  chapters.flatMap(({ motions }) => motions).flatMap(({ outcome, title, at }) => {
    const [how, what] = [verdict(outcome), desk.text(title)];
    return how === null || what === null ? [] : [{ title: what, how, at }];
  });

export function headline(report: Report, desk: Desk): string {
  const { title } = report;
  const name = desk.text(title) ?? '会议';
  const carried = resolvedIn(report, desk);
  if (carried[0] !== undefined) return `${name} ${carried.length === 1 ? `${carried[0].how}“${carried[0].title}”` : `通过${carried.length}项动议`}`;
  const crowd = crowdOf(report, desk);
  if (crowd === null) return name;
  const topics = topicsOf(report, desk);
  return topics.length === 0 || topics.length > 2 ? `${name}举行 ${crowd}发言` : `${crowd}共话${topics.join('')}`;
}

/** Who spoke on the topics, counted by organisation where they have any. */
function crowdOf(report: Report, desk: Desk): string | null {
  const { said, countries } = discussionIn(report);
  const houses = new Set(said.flatMap(({ speaker }) => desk.text(speaker.organisation) ?? [])).size;
  if (said.length === 0) return null;
  return `${countries > 1 ? `${countries}国` : ''}${houses > 1 ? `${houses}家机构` : `${said.length}位嘉宾`}`;
}

function verdict(outcome: Outcome): string | null {
  switch (outcome.how) {
    case 'vote': return outcome.carried ? (outcome.unanimous ? '一致通过' : '表决通过') : null;
    case 'chair': return outcome.carried ? '经主席裁决通过' : null;
    case 'no-objection': return '无异议通过';
    case 'void': case 'withdrawn': case 'undecided': return null;
  }
}

export function lead(report: Report, desk: Desk): Part[][] {
  if (report.beganAt === null) return [[`${titled(desk.text(report.title))}未有召开记录。`]];
  return [[opening(report, desk, report.beganAt), ...decided(report, desk)], course(report, desk)];
}

/** What was resolved belongs into the lead. */
const decided = (report: Report, desk: Desk): Part[] => resolvedIn(report, desk).map(({ title, how, at }) => moment(`会议${how}动议“${title}”。`, at));

function asked({ questions }: Report): Part[] {
  const answered = questions.filter(({ status }) => status === 'answered').length;
  const later = questions.filter(({ status }) => status === 'later').length;
  if (questions.length === 0) return [];
  const became = answered === questions.length ? (answered === 1 ? '已得到解答' : '均得到解答') : answered === 0 ? '会上未作解答' : `其中${answered}个得到解答`;
  return [`与会者共提出${questions.length}个问题，${became}${later === 0 ? '' : `，另有${later}个将在会后答复`}。`];
}

/** Day, host, event and place in one breath, then who came: the order of a Chinese news lead. */
function opening(report: Report, desk: Desk, beganAt: number): string {
  const { title, occasion, people, organisations } = report;
  const salon = desk.text(occasion.title);
  const name = desk.text(title);
  const event = salon === null || salon === name ? titled(name) : `“${salon}”之${titled(name)}`;
  const host = desk.text(occasion.host);
  const begun = `${desk.day(beganAt)}，${host === null ? '' : `由${host}主办的`}${event}${place(report)}`;
  if (people.present === 0) return `${begun}，无人到会。`;
  if (organisations === 0) return `${begun}，共${people.present}人参加。`;
  const from = `来自${origins(report, desk)}${organisations}家机构的`;
  return people.belonging === people.present ? `${begun}，${from}${people.present}名代表参加。` : `${begun}，共${people.present}人参加，其中${people.belonging}人${from.slice(0, -1)}。`;
}

function place({ people: { hall, remote } }: Report): string {
  if (hall === 0) return remote === 0 ? '举行' : '在线上举行';
  return remote === 0 ? '在现场举行' : '以线上线下相结合的方式举行';
}

function origins({ countries }: Report, desk: Desk): string {
  if (countries.length < 2) return '';
  if (countries.length > NAMED) return `${countries.length}个国家的`;
  return `${countries.map((code) => desk.country(code)).join('、')}${countries.length}个国家的`;
}

function course(report: Report, desk: Desk): Part[] {
  const { beganAt, closedAt, chairs, speakers, turns } = report;
  const length = beganAt === null || closedAt === null ? '' : desk.length(closedAt - beganAt);
  const named = chairs.flatMap((chair) => desk.person(chair) ?? []);
  const topics = topicsOf(report, desk);
  const about = topics.length === 0 ? '' : `，讨论围绕${topics.join('')}${topics.length > 1 ? `${topics.length}个议题` : '这一议题'}展开`;
  const spoke = speakers === 0 ? '会上无人发言' : `会上共有${speakers}人${turns > speakers ? `发言${turns}次` : '发言'}${about}`;
  const clauses = [...(named.length === 0 ? [] : [`会议由${named.join('、')}主持`]), ...(length === '' ? [] : [`${named.length === 0 ? '会议' : ''}历时${length}`])];
  return [clauses.length === 0 ? '' : `${clauses.join('，')}。`, `${spoke}。`, ...asked(report), ...(closedAt === null ? ['截至发稿时，会议尚未结束。'] : [])];
}
