import type { LocalText } from '@yaji/contracts';
import { defaultRules } from '@yaji/salon';
import { id } from '../../../libs/salon/test/steps.ts';
import { keynote, questions } from './salon-c-speeches.ts';
import { agendaFrom, type Golden, type Person, personId, script } from './script.ts';

const both = (en: string, zh: string): LocalText => ({ en, 'zh-CN': zh });
const delegate = (name: string, plate: LocalText, where: [string, LocalText, string], more: Partial<Person> = {}): Person =>
  ({ id: name, name: plate, organisation: { id: where[0], name: where[1] }, country: where[2], languages: [where[2] === 'CN' ? 'zh-CN' : 'en'], ...more });
const hall = { place: 'hall' as const };

const people: readonly Person[] = [
  delegate('chair', both('Ines Falk', '伊内丝·法尔克'), ['gate', both('Gatehouse Park', '门楼科技园'), 'DE'], { role: 'moderator', ...hall }),
  delegate('qin', both('Qin Shu', '秦舒'), ['river', both('River Bend Park', '河湾科技园'), 'CN'], hall), delegate('mo', both('Mo Bai', '墨白'), ['plum', both('Plum Valley Park', '梅谷科技园'), 'CN']),
  delegate('harper', { en: 'Harper Quinn' }, ['harbour', both('Harbour Incubator', '海港孵化器'), 'IE'], hall), delegate('wells', { en: 'Ada Wells' }, ['hill', both('Hill University Labs', '山丘大学实验室'), 'CA'], hall),
  delegate('sato', both('Sato Rin', '佐藤凛'), ['bay', both('Bay Innovation House', '湾区创新馆'), 'JP'], hall), delegate('lund', { en: 'Elin Lund' }, ['birch', both('Birch Campus', '桦树园区'), 'SE']),
  delegate('costa', { en: 'Tiago Costa' }, ['cork', both('Parque do Sobreiro', '栓皮栎园区'), 'PT'], hall), delegate('okoye', { en: 'Ada Okoye' }, ['palm', both('Palm Grove Hub', '棕榈林中心'), 'NG']),
  { id: 'guest', name: both('Yusuf Demir', '优素福·德米尔'), languages: ['en'], country: 'TR', organisation: { id: 'strand', name: both('Strand Institute', '海滨研究院') } },
  { id: 'clerk', name: both('Nele Brandt', '内莱·勃兰特'), role: 'usher', place: 'hall', languages: ['en'] },
];
const electors = ['chair', 'qin', 'mo', 'harper', 'wells', 'sato', 'lund', 'costa', 'okoye'];

const startsAt = Date.UTC(2026, 10, 3, 8);
const agenda = agendaFrom(startsAt, [
  { id: 'keynote', kind: 'keynote', title: both('What a council is for', '理事会为什么而设'), minutes: 15, speakers: ['guest'] },
  {
    id: 'questions', kind: 'discussion', title: both('Three questions', '三个问题'), minutes: 45,
    topics: [
      { id: 'calendar', title: both('A common calendar', '共同日历'), minutes: 15 }, { id: 'mobility', title: both('Staff on the move', '人员流动'), minutes: 15 }, { id: 'budget', title: both('The budget for 2027', '2027年预算'), minutes: 15 },
    ],
  },
  { id: 'admission', kind: 'motion', title: both('Admission of a member', '接纳新成员'), minutes: 10 },
  { id: 'tasks', kind: 'other', title: both('Tasks until spring', '春季前的任务'), minutes: 5 },
]);

/** A council: a guest speaks, three questions are discussed, a member is admitted unanimously, and tasks are handed out. */
export function salonC(): Golden {
  const s = script('c', '2026-11-03', people);
  s.at('07:52:00');
  s.says(null, 'room.open', {
    plan: {
      salonId: id('c-salon'), roomId: id('c-room'), title: both('Ninth council meeting', '第九次理事会会议'), languages: ['en', 'zh-CN'], agenda,
      rules: { ...defaultRules, questionEveryMs: 0, ballots: { ...defaultRules.ballots, quorum: { of: 'members', kind: 'number', value: 6 } } },
    },
    people: s.expected(...people.map((person) => person.id)),
    electorate: { electors: electors.map((name) => ({ participantId: personId(name), weight: 1 })), proxies: [] },
    motions: [{
      motionId: id('c-motion'), movedBy: personId('harper'), secondedBy: personId('qin'), terms: null,
      title: both('Admission of the Coast Laboratory', '接纳海岸实验室'), text: both('The council admits the Coast Laboratory as a member with one vote, from 1 January 2027.', '理事会接纳海岸实验室为成员，自2027年1月1日起享有一票表决权。'),
    }],
  });
  s.enters('chair', 'clerk', 'qin', 'harper', 'wells', 'guest', 'mo');
  s.at('08:03:00');
  s.says('chair', 'agenda.startItem', { itemId: 'keynote' as never });
  s.enters('sato', 'costa');
  s.speaks('chair', 'guest', keynote);
  const pictures = [s.portrait('guest')];
  s.asks('wells', 'Should a council ever vote by consensus alone?', { as: 'c-q1', votes: ['harper'], approvedBy: 'chair' });
  s.says('guest', 'question.answer', { questionId: id('c-q1'), text: null });
  for (const [topic, clock] of [['calendar', '08:19:00'], ['mobility', '08:36:00'], ['budget', '08:52:00']] as const) {
    s.at(clock);
    s.says('chair', 'agenda.startTopic', { itemId: 'questions' as never, topicId: topic as never });
    if (topic === 'mobility') s.enters('lund', 'okoye');
    for (const { speaker, ...speech } of questions[topic]) s.speaks('chair', speaker, speech);
  }
  pictures.push(s.portrait('mo'), s.group('chair', 'qin', 'harper', 'wells', 'sato', 'costa', 'mo', 'lund', 'okoye'));
  const agreedAt = s.now();
  s.at('09:07:00');
  s.says('chair', 'agenda.startItem', { itemId: 'admission' as never });
  s.says('chair', 'motion.put', { motionId: id('c-motion') });
  for (const { speaker, ...speech } of questions.admission) s.speaks('chair', speaker, speech);
  s.says('chair', 'ballot.open', { motionId: id('c-motion'), terms: { ...defaultRules.ballots, majority: 'two-thirds', quorum: { of: 'members', kind: 'number', value: 6 } } }, 'c-ballot');
  for (const name of electors) {
    s.wait(4);
    s.says(name, 'ballot.vote', { ballotId: id('c-ballot'), elector: personId(name), choice: 'yes' });
  }
  s.wait(5);
  s.says('chair', 'ballot.close', { ballotId: id('c-ballot') });
  s.says('chair', 'motion.put', { motionId: null });
  s.at('09:17:00');
  s.says('chair', 'agenda.startItem', { itemId: 'tasks' as never });
  for (const { speaker, ...speech } of questions.tasks) s.speaks('chair', speaker, speech);
  const tasksAt = s.now();
  for (const name of ['lund', 'mo', 'okoye', 'costa']) s.says(name, 'member.leave', {});
  s.wait(90);
  s.says('chair', 'room.close', {});
  return {
    log: s.log, lines: s.lines, summary: s.summary, timeZone: 'Europe/Berlin', pictures,
    occasion: { title: null, host: both('The Alliance of Northern and Southern Parks', '南北园区联盟'), next: { title: both('Tenth council meeting', '第十次理事会会议'), at: Date.UTC(2027, 3, 13, 7) } },
    actions: [
      { what: 'Publish the common calendar', who: [s.plate('sato')], by: '2026-12-01', at: tasksAt - 90_000 },
      { what: '起草人员流动备忘录', who: [s.plate('qin'), s.plate('lund')], by: '2027-01-31', at: tasksAt - 60_000 },
      { what: 'Bring a second draft of the budget', who: [s.plate('costa')], by: null, at: tasksAt - 30_000 },
    ],
    marked: [{ text: 'The budget comes back to the next meeting with figures for three years.', at: agreedAt }],
  };
}
