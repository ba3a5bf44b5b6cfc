import type { Written } from './house.ts';

export type SmallCast = { moderators?: readonly string[]; speakers?: readonly string[]; attendees?: readonly string[]; rules?: Written['rooms'][number]['rules'] };

const capital = (id: string): string => id.slice(0, 1).toUpperCase() + id.slice(1);

/** The least that is a salon: one room, one roundtable with two topics, beginning now. Names are the ids, capitalised. */
export const smallSalon = (now: number, { moderators = ['moderator'], speakers = [], attendees = [], rules = {} }: SmallCast): Written => ({
  title: { en: 'A salon for trying things', 'zh-CN': '试雅集' },
  startsAt: new Date(now).toISOString(),
  timeZone: 'Asia/Shanghai',
  languages: ['en', 'zh-CN'],
  organisations: [{ id: 'river', name: { en: 'River Bend Park', 'zh-CN': '河湾科技园' } }],
  people: [
    ...moderators.map((id) => ({ id, name: { en: capital(id) }, role: 'moderator' as const })),
    ...speakers.map((id) => ({ id, name: { en: capital(id) }, role: 'speaker' as const, organisation: 'river' })),
    ...attendees.map((id) => ({ id, name: { en: capital(id) }, role: 'attendee' as const })),
  ],
  rooms: [{
    id: 'main', title: { en: 'Main stage', 'zh-CN': '主会场' }, rules: { recording: 'by-hand', ...rules },
    agenda: [{
      id: 'table', kind: 'roundtable', title: { en: 'Roundtable', 'zh-CN': '圆桌' }, minutes: 30, speakers: [...speakers],
      topics: [{ id: 'one', title: { en: 'First topic', 'zh-CN': '第一个话题' }, minutes: 10 }, { id: 'two', title: { en: 'Second topic', 'zh-CN': '第二个话题' }, minutes: 10 }],
    }],
  }],
});
