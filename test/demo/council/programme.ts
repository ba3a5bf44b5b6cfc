import type { Written } from '../../pages/house.ts';
import { chair, microphones, organisations, remote, sato, usher } from './cast.ts';
import { members, quorum } from './members.ts';

const minuteMs = 60_000;
export const debate = 'debate';
export const topic = 'calendar';
export const tea = 'tea';

/** How long a contribution may be: short enough that one is overrun while one watches. Milliseconds. */
export const limitMs = 12_000;

const named: ReadonlySet<string> = new Set([...remote, sato].map(({ name }) => name));

/** A council meeting that begins three minutes late, with a debate, a motion and a break still to come. */
export const programme = (now: number): Written => ({
  title: { en: 'Council meeting', 'zh-CN': '理事会会议' },
  startsAt: new Date(now - 3 * minuteMs).toISOString(),
  timeZone: 'Europe/Dublin',
  languages: ['en', 'zh-CN'],
  organisations: Object.entries(organisations).map(([id, organisation]) => ({ id, ...organisation })),
  people: [
    { id: chair.name, name: chair.plate, role: 'moderator' },
    { id: usher.name, name: usher.plate, role: 'usher' },
    ...[...remote, sato].map(({ name, plate, organisation }) => ({ id: name, name: plate, role: 'speaker' as const, organisation })),
    ...members.filter(({ id }) => !named.has(id)).map(({ id, plate }) => ({ id, name: plate, role: 'speaker' as const })),
    { id: 'ana', name: { en: 'Observer Ana' }, role: 'attendee' },
  ],
  register: members.map(({ id, seat }) => ({ person: id, ...(typeof seat === 'object' ? { proxy: seat.proxy } : {}) })),
  rooms: [{
    id: 'council',
    title: { en: 'Council chamber', 'zh-CN': '理事会会议厅' },
    rules: {
      turnLimitMs: limitMs, warnMs: 4_000, order: [{ policy: 'first-time' }],
      categories: [{ category: 'procedure', title: { en: 'Procedure', 'zh-CN': '程序' }, rank: 1 }],
      ballots: { quorum: { of: 'members', kind: 'number', value: quorum } },
      microphones: microphones.map(({ id, title }) => ({ microphoneId: id as never, title })),
    },
    motions: [
      { id: 'admit', title: { en: 'Admission of the Coast Laboratory', 'zh-CN': '接纳海岸实验室' }, text: { en: 'The council admits the Coast Laboratory as a member, with one vote.', 'zh-CN': '理事会接纳海岸实验室为成员，享有一票。' }, mover: 'harper', seconder: 'wells' },
      { id: 'fee', title: { en: 'Membership fee', 'zh-CN': '会费' }, text: { en: 'The fee is doubled.', 'zh-CN': '会费加倍。' }, mover: 'wells', seconder: 'harper' },
    ],
    agenda: [
      { id: debate, kind: 'discussion', title: { en: 'Three questions', 'zh-CN': '三个问题' }, minutes: 1, topics: [{ id: topic, title: { en: 'A common calendar', 'zh-CN': '共同日历' }, minutes: 1 }] },
      { id: 'admission', kind: 'motion', title: { en: 'Admission of a member', 'zh-CN': '接纳新成员' }, minutes: 2 },
      { id: tea, kind: 'break', title: { en: 'Tea', 'zh-CN': '茶歇' }, minutes: 5 },
    ],
  }],
});
