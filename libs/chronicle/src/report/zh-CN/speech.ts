import { moment, oneLine, type Part } from '../../document/blocks.ts';
import type { Telling } from '../../summary/summary.ts';
import type { Desk } from '../desk.ts';
import type { Told } from '../newsroom.ts';
import type { Chapter, Said, Shown } from '../report.ts';

const SOMEBODY = '一位姓名已删除的发言人';
const verbs = ['表示', '说', '谈到', '表示'];

const nameOf = (said: Said, desk: Desk): string => desk.person(said.speaker) ?? SOMEBODY;

export function said(one: Said, place: number, desk: Desk): Told | null {
  const { statement, told: { 'zh-CN': telling } } = one;
  if (telling && (statement === null || !desk.own(statement.language))) return inShort(one, telling, { place, desk });
  if (statement === null) return null;
  const own = desk.own(statement.language);
  const verb = /[?？]$/.test(statement.text) ? '问道' : (own && verbs[place % verbs.length]) || '表示';
  return { own: true, parts: [`${nameOf(one, desk)}${own ? '' : `用${desk.tongue(statement.language)}`}${verb}：`, moment(`“${statement.text}”`, statement.fromAt)] };
}

function inShort(one: Said, { text, evidence }: Telling, { place, desk }: { place: number; desk: Desk }): Told {
  const words = moment(oneLine(text), evidence[0]?.fromAt ?? one.startedAt);
  const named = desk.text(one.speaker.name);
  return { own: false, parts: named !== null && text.includes(named) ? [words] : [`${nameOf(one, desk)}${place % 2 === 0 ? '发言的要点是' : '的观点是'}：`, words] };
}

export function spoke(some: readonly Said[], { kind, topicId, said: all }: Chapter, desk: Desk): Part[] {
  const names = some.flatMap((one, index): Part[] => [...(index === 0 ? [] : ['、']), moment(nameOf(one, desk), one.startedAt)]);
  if (some.length < all.length) return [...names, '也作了发言。'];
  if (kind === 'keynote') return [...names, some.length === 1 ? '作主旨演讲。' : '先后作主旨演讲。'];
  if (kind === 'address') return [...names, some.length === 1 ? '致辞。' : '先后致辞。'];
  if (topicId !== null) return [...names, some.length === 1 ? '就这一议题发言。' : '先后就这一议题发言。'];
  return [...names, some.length === 1 ? '作了发言。' : '先后发言。'];
}

export function caption({ people, speaks, picture }: Shown, title: string | null, desk: Desk): string {
  const names = people.flatMap((person) => desk.person(person) ?? []);
  const unnamed = people.length - names.length;
  const all = [...names, ...(unnamed === 0 ? [] : [`${unnamed}位姓名已删除者`])].join('、');
  if (picture.kind === 'group') return `图为与会嘉宾：${all}。`;
  return speaks ? `图为${all}${title === null ? '' : `就“${title}”`}发言。` : `图为${all}。`;
}
