import type { LocalText } from '@yaji/contracts';
import type { Voice } from '../../pages/voices.ts';

/** Who plays, by short name. The organisations and people are invented. */
export type Name = 'moderator' | 'lin' | 'harper' | 'zhou' | 'wells' | 'ana' | 'ben' | 'late' | 'hall';

/** `hue`: of what the camera shows, degrees. */
type Speaker = { name: Name; plate: LocalText; organisation: string; language: string; hue: number; voice: Voice };
type Attendee = { name: Name; plate: LocalText };

export const organisations: Record<string, LocalText> = {
  river: { en: 'River Bend Park', 'zh-CN': '河湾科技园' },
  harbour: { en: 'Harbour Incubator', 'zh-CN': '海港孵化器' },
  terrace: { en: 'Terrace Science Park', 'zh-CN': '梯田科学园' },
  hill: { en: 'Hill University Labs', 'zh-CN': '山丘大学实验室' },
};

export const moderator = { name: 'moderator' as const, plate: { en: 'Moderator M', 'zh-CN': '主持人' } };

/** In the order in which they sit at the table. Each has a voice and a colour of their own, so that a recording can be told apart by ear and eye. */
export const speakers: readonly Speaker[] = [
  {
    name: 'lin', plate: { en: 'Speaker Lin', 'zh-CN': '林嘉宾' }, organisation: 'river', language: 'zh-CN', hue: 0,
    voice: { voice: 'cmn', pitch: 35, wordsPerMinute: 260, words: '各位朋友，大家下午好。园区之间的合作，首先是人与人之间的合作。去年我们接待了三十个国家的创业团队，他们带来了技术，也带来了问题。' },
  },
  {
    name: 'harper', plate: { en: 'Speaker Harper' }, organisation: 'harbour', language: 'en', hue: 120,
    voice: { voice: 'en-gb', pitch: 45, wordsPerMinute: 165, words: 'Thank you, moderator. Our incubator opened its doors eleven years ago, and every company that stayed has one thing in common: a partner in another country. Let me give you three figures.' },
  },
  {
    name: 'zhou', plate: { en: 'Speaker Zhou', 'zh-CN': '周嘉宾' }, organisation: 'terrace', language: 'zh-CN', hue: 240,
    voice: { voice: 'cmn+f2', pitch: 65, wordsPerMinute: 260, words: '我想补充两点。第一，数据应当由各方共同保管。第二，年轻的工程师需要一起工作的机会，而不只是一起开会。今天我们可以定下一个日期。' },
  },
  {
    name: 'wells', plate: { en: 'Speaker Wells' }, organisation: 'hill', language: 'en', hue: 300,
    voice: { voice: 'en-us+f3', pitch: 70, wordsPerMinute: 160, words: 'A university sees this from the other side. Our students leave with an idea and no address. If a park abroad gives them a desk for half a year, the idea comes back as a company.' },
  },
];

/** `late` comes when the salon is half over. */
export const attendees: readonly Attendee[] = [
  { name: 'ana', plate: { en: 'Attendee Ana' } },
  { name: 'ben', plate: { en: 'Attendee Ben' } },
  { name: 'late', plate: { en: 'Attendee Late' } },
];

/** Who listens to the end and is examined about what was heard. */
export const listeners: readonly Name[] = [...attendees.map(({ name }) => name), 'hall'];
