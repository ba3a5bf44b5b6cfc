import type { Written } from '../../pages/house.ts';
import { attendees, moderator, organisations, speakers } from './cast.ts';

export const topics = { partners: 'partners', future: 'future' } as const;
export const timeZone = 'Asia/Shanghai';
export const item = 'roundtable';

/** A member salon in small: one roundtable with two topics, beginning now. */
export const programme = (now: number, captions: 'service' | 'off'): Written => ({
  title: { en: 'A small salon', 'zh-CN': '小雅集' },
  startsAt: new Date(now).toISOString(),
  timeZone,
  languages: ['zh-CN', 'en'],
  listed: true,
  organisations: Object.entries(organisations).map(([id, name]) => ({ id, name })),
  people: [
    { id: moderator.name, name: moderator.plate, role: 'moderator' },
    ...speakers.map(({ name, plate, organisation, language }) => ({ id: name, name: plate, role: 'speaker' as const, organisation, languages: [language] })),
    ...attendees.map(({ name, plate }) => ({ id: name, name: plate, role: 'attendee' as const })),
  ],
  rooms: [{
    id: 'main',
    title: { en: 'Main stage', 'zh-CN': '主会场' },
    rules: { turnLimitMs: 60_000, warnMs: 10_000, captions },
    agenda: [{
      id: item, kind: 'roundtable', title: { en: 'Virtual roundtable', 'zh-CN': '线上圆桌' }, minutes: 2, speakers: speakers.map(({ name }) => name),
      topics: [
        { id: topics.partners, title: { en: 'Partners across borders', 'zh-CN': '跨国伙伴' }, minutes: 1 },
        { id: topics.future, title: { en: 'What comes next', 'zh-CN': '下一步' }, minutes: 1 },
      ],
    }],
  }],
});
