import { defaultRules } from '@yaji/salon';
import { id } from '../../../libs/salon/test/steps.ts';
import { people } from './salon-a-people.ts';
import { deskTopic, opening, sharedTopic } from './salon-a-speeches.ts';
import { agendaFrom, type Golden, script } from './script.ts';

const startsAt = Date.UTC(2026, 4, 16, 6);
const agenda = agendaFrom(startsAt, [
  { id: 'welcome', kind: 'address', title: { en: 'Opening addresses', 'zh-CN': '开幕致辞' }, minutes: 10, speakers: ['president', 'lead'] },
  { id: 'survey', kind: 'keynote', title: { en: 'What 214 laboratories told us', 'zh-CN': '214间实验室告诉我们什么' }, minutes: 12, speakers: ['data'] },
  {
    id: 'table', kind: 'roundtable', title: { en: 'Virtual roundtable', 'zh-CN': '线上圆桌' }, minutes: 60,
    topics: [
      { id: 'shared', title: { en: 'Sharing laboratories', 'zh-CN': '共享实验室' }, minutes: 30 }, { id: 'desk', title: { en: 'A first desk abroad', 'zh-CN': '海外第一张办公桌' }, minutes: 30 },
    ],
  },
  { id: 'closing', kind: 'other', title: { en: 'Closing', 'zh-CN': '闭幕' }, minutes: 5, speakers: ['host'] },
]);

/** A member salon: two addresses, a talk with figures, a roundtable of sixteen, questions and a poll. */
export function salonA(): Golden {
  const s = script('a', '2026-05-16', people);
  s.at('05:50:00');
  s.says(null, 'room.open', {
    plan: { salonId: id('a-salon'), roomId: id('a-room'), title: { en: 'Spring salon: laboratories without walls', 'zh-CN': '春季雅集：没有围墙的实验室' }, languages: ['zh-CN', 'en'], agenda, rules: { ...defaultRules, questionEveryMs: 0, turnLimitMs: 180_000 } },
    people: s.expected(...people.filter(({ role }) => role !== 'attendee').map((person) => person.id)),
  });
  s.enters('host', 'cohost', ...people.filter(({ role }) => role === 'speaker').map((person) => person.id), 'ana', 'ming', 'lee');
  s.at('06:00:00');
  s.says('host', 'agenda.startItem', { itemId: 'welcome' as never });
  const pictures = [];
  for (const { speaker, ...speech } of opening.addresses) s.speaks('host', speaker, speech);
  s.at('06:10:30');
  s.says('host', 'agenda.startItem', { itemId: 'survey' as never });
  for (const { speaker, ...speech } of opening.talk) s.speaks('host', speaker, speech);
  pictures.push(s.portrait('data'));
  s.asks('ming', '调查里有没有小园区？他们愿意共享设备吗？', { as: 'a-q1', votes: ['ye', 'bai'], approvedBy: 'cohost' });
  s.says('data', 'question.answer', { questionId: id('a-q1'), text: '有。员工不足二十人的园区占三成，其中八成愿意共享。' });
  s.at('06:23:00');
  s.says('host', 'agenda.startTopic', { itemId: 'table' as never, topicId: 'shared' as never });
  s.enters('yun');
  for (const { speaker, ...speech } of sharedTopic) s.speaks('host', speaker, speech);
  pictures.push(s.portrait('noor'), s.group('host', 'lin', 'nora', 'claire', 'noor'));
  s.asks('owen', 'Who insures a machine that three parks use?', { as: 'a-q2', votes: ['nora', 'claire', 'ana', 'joy', 'lee'], approvedBy: 'cohost' });
  s.says('cohost', 'question.answer', { questionId: id('a-q2'), text: null });
  const poll = { kind: 'single' as const, title: { en: 'What keeps you from sharing a laboratory today?', 'zh-CN': '今天最妨碍您共享实验室的是什么？' }, results: 'published' as const, changeable: true, options: [
    { optionId: 'insurance', title: { en: 'Insurance', 'zh-CN': '保险' } }, { optionId: 'trust', title: { en: 'Trust', 'zh-CN': '信任' } }, { optionId: 'distance', title: { en: 'Distance', 'zh-CN': '距离' } },
  ] };
  s.says('cohost', 'poll.prepare', { plan: poll }, 'a-poll');
  s.says('cohost', 'poll.open', { pollId: id('a-poll') });
  const answers = { insurance: ['lin', 'he', 'nora', 'declan', 'claire', 'owen', 'june', 'joy', 'gu'], trust: ['ye', 'bai', 'tao', 'noor', 'ana'], distance: ['wei', 'ming'] };
  for (const [option, names] of Object.entries(answers)) {
    for (const name of names) {
      s.wait(2);
      s.says(name, 'poll.answer', { pollId: id('a-poll'), answer: { options: [option] } });
    }
  }
  s.says('cohost', 'poll.close', { pollId: id('a-poll') });
  s.says('cohost', 'poll.publish', { pollId: id('a-poll') });
  s.at('06:55:00');
  s.says('host', 'agenda.startTopic', { itemId: 'table' as never, topicId: 'desk' as never });
  for (const { speaker, ...speech } of deskTopic) s.speaks('host', speaker, speech);
  pictures.push(s.portrait('june'));
  s.asks('lee', 'Can a founder bring a family?', { as: 'a-q3', anonymous: true, approvedBy: 'cohost' });
  s.says('cohost', 'question.defer', { questionId: id('a-q3') });
  s.at('07:28:00');
  s.says('host', 'agenda.startItem', { itemId: 'closing' as never });
  for (const { speaker, ...speech } of opening.closing) s.speaks('host', speaker, speech);
  const agreedAt = s.now() - 40_000;
  s.says('host', 'room.close', {});
  return {
    log: s.log, lines: s.lines, summary: s.summary, timeZone: 'Asia/Shanghai', pictures,
    occasion: { title: { en: 'Spring salon: laboratories without walls', 'zh-CN': '春季雅集：没有围墙的实验室' }, host: { en: 'The Lantern Alliance', 'zh-CN': '灯笼园区联盟' }, next: { title: { en: 'Autumn salon', 'zh-CN': '秋季雅集' }, at: Date.UTC(2026, 9, 17, 6) } },
    actions: [
      { what: 'Draft a one-page agreement for shared equipment', who: [s.plate('nora'), s.plate('lin')], by: '2026-06-30', at: agreedAt },
      { what: '整理各园区可提供的海外工位清单', who: [s.plate('tao')], by: '2026-07-15', at: agreedAt + 10_000 },
    ],
    marked: [],
  };
}
