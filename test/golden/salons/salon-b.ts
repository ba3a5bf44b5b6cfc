import type { LocalText } from '@yaji/contracts';
import { defaultRules } from '@yaji/salon';
import { id } from '../../../libs/salon/test/steps.ts';
import { agendaFrom, type Golden, type Person, script } from './script.ts';

const house = (name: string, en: string, zh: string) => ({ id: name, name: { en, 'zh-CN': zh } });
const at = (where: ReturnType<typeof house>, country: string, language: string) => (name: string, plate: LocalText, more: Partial<Person> = {}): Person =>
  ({ id: name, name: plate, organisation: where, country, languages: [language], ...more });
const hall = { place: 'hall' as const };
const listener = { role: 'attendee' as const };

const delta = at(house('delta', 'Delta Cities Network', '三角洲城市网络'), 'NL', 'en');
const fjord = at(house('fjord', 'Fjord Water School', '峡湾水学院'), 'NO', 'en');
const acacia = at(house('acacia', 'Acacia Innovation Hub', '金合欢创新中心'), 'KE', 'en');
const plum = at(house('plum', 'Plum Valley Park', '梅谷科技园'), 'CN', 'zh-CN');
const cedar = at(house('cedar', 'Cedar Coast Incubator', '雪松海岸孵化器'), 'LB', 'ar');
const andes = at(house('andes', 'Parque Alto', '高原园区'), 'PE', 'es');
const mango = at(house('mango', 'Mango Street Labs', '芒果街实验室'), 'IN', 'en');
const people: readonly Person[] = [
  delta('chair', { en: 'Ilse Vermaas', 'zh-CN': '伊尔莎·维尔马斯' }, { role: 'moderator', ...hall }), fjord('key', { en: 'Sigrun Aune', 'zh-CN': '西格伦·奥内' }, hall),
  acacia('wanja', { en: 'Wanja Kariuki', 'zh-CN': '万佳·卡留基' }, hall), plum('jiang', { en: 'Jiang Ye', 'zh-CN': '江野' }, hall), cedar('rana', { en: 'Rana Haddad' }), andes('inti', { en: 'Inti Salas' }), mango('devi', { en: 'Devi Nair' }, hall),
  acacia('otieno', { en: 'Otieno Obura' }, { ...listener, ...hall }), plum('xu', { en: 'Xu Miao', 'zh-CN': '徐淼' }, { ...listener, ...hall }), cedar('karim', { en: 'Karim Nasr' }, listener), delta('joost', { en: 'Joost Brink' }, { role: 'usher', ...hall }),
];

const startsAt = Date.UTC(2026, 8, 9, 7, 30);
const agenda = agendaFrom(startsAt, [
  { id: 'keynote', kind: 'keynote', title: { en: 'Cities that drink the rain', 'zh-CN': '喝雨水的城市' }, minutes: 15, speakers: ['key'] },
  {
    id: 'panel', kind: 'roundtable', title: { en: 'Panel', 'zh-CN': '专题讨论' }, minutes: 40, speakers: ['wanja', 'jiang', 'rana', 'inti', 'devi'],
    topics: [
      { id: 'meters', title: { en: 'Who owns the meter?', 'zh-CN': '水表归谁？' }, minutes: 20 }, { id: 'pipes', title: { en: 'Old pipes, new sensors', 'zh-CN': '老管网，新传感器' }, minutes: 20 },
      { id: 'tariffs', title: { en: 'Fair tariffs', 'zh-CN': '公平水价' }, minutes: 10 },
    ],
  },
  { id: 'wrap', kind: 'other', title: { en: 'Wrap-up', 'zh-CN': '小结' }, minutes: 5 },
]);

/** A forum of a world conference, half in a hall and half elsewhere; nobody wrote down what was said. */
export function salonB(): Golden {
  const s = script('b', '2026-09-09', people);
  s.at('07:25:00');
  s.says(null, 'room.open', {
    plan: { salonId: id('b-salon'), roomId: id('b-room'), title: { en: 'Forum 2: Water and the city', 'zh-CN': '第二论坛：水与城市' }, languages: ['en', 'zh-CN'], agenda, rules: { ...defaultRules, questionEveryMs: 0 } },
    people: s.expected(...people.map((person) => person.id)),
  });
  s.enters(...people.map((person) => person.id));
  s.at('07:31:00');
  s.says('chair', 'agenda.startItem', { itemId: 'keynote' as never });
  s.speaks('chair', 'key', { language: 'en', seconds: 870 });
  const pictures = [s.portrait('key')];
  s.says('chair', 'agenda.startTopic', { itemId: 'panel' as never, topicId: 'meters' as never });
  s.speaks('chair', 'wanja', { language: 'en', seconds: 240 });
  s.speaks('chair', 'jiang', { language: 'zh-CN', seconds: 255 });
  s.speaks('chair', 'rana', { language: 'en', seconds: 190 });
  s.speaks('chair', 'wanja', { language: 'en', seconds: 60, lane: 'intervention' });
  pictures.push(s.portrait('wanja'), s.group('chair', 'key', 'wanja', 'jiang', 'devi'));
  s.asks('otieno', 'Can a household read its own meter in all your cities?', { as: 'b-q1', votes: ['xu', 'karim', 'devi', 'inti'], approvedBy: 'chair' });
  s.asks('xu', '传感器坏了由谁来修？', { as: 'b-q2', votes: ['otieno'], approvedBy: 'chair' });
  s.says('chair', 'agenda.startTopic', { itemId: 'panel' as never, topicId: 'pipes' as never });
  s.speaks('chair', 'inti', { language: 'es', seconds: 230 });
  s.speaks('chair', 'devi', { language: 'en', seconds: 245 });
  s.says('wanja', 'question.answer', { questionId: id('b-q1'), text: 'In ours, yes, by text message since January.' });
  s.says('chair', 'question.defer', { questionId: id('b-q2') });
  const poll = { kind: 'rating' as const, title: { en: 'How ready is your city for a dry year?', 'zh-CN': '您的城市对枯水年准备得如何？' }, options: [], results: 'live' as const, changeable: true };
  s.says('chair', 'poll.prepare', { plan: poll }, 'b-poll');
  s.says('chair', 'poll.open', { pollId: id('b-poll') });
  for (const [name, rating] of [['wanja', 3], ['jiang', 4], ['rana', 2], ['inti', 2], ['devi', 3], ['otieno', 3], ['xu', 4], ['karim', 1]] as const) {
    s.wait(3);
    s.says(name, 'poll.answer', { pollId: id('b-poll'), answer: { rating } });
  }
  s.says('chair', 'poll.close', { pollId: id('b-poll') });
  s.says('chair', 'agenda.skipTopic', { itemId: 'panel' as never, topicId: 'tariffs' as never });
  s.wait(20);
  s.says('chair', 'agenda.startItem', { itemId: 'wrap' as never });
  s.speaks('chair', 'chair', { language: 'en', seconds: 120 });
  s.says('chair', 'room.close', {});
  return {
    log: s.log, lines: s.lines, summary: null, timeZone: 'Europe/Amsterdam', pictures, actions: [], marked: [],
    occasion: { title: { en: 'World Conference of Science Parks', 'zh-CN': '世界科学园区大会' }, host: { en: 'The Delta Cities Network', 'zh-CN': '三角洲城市网络' }, next: null },
  };
}
