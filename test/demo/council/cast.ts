import type { LocalText } from '@yaji/contracts';
import type { Voice } from '../../pages/voices.ts';

/** Who plays, by short name. The organisations and people are invented. `mira` is not on the programme: the usher brings her. */
export type Name = 'chair' | 'usher' | 'lin' | 'harper' | 'wells' | 'sato' | 'mira';

export const organisations: Record<string, { name: LocalText; country: string }> = {
  river: { name: { en: 'River Bend Park', 'zh-CN': '河湾科技园' }, country: 'CN' },
  harbour: { name: { en: 'Harbour Incubator', 'zh-CN': '海港孵化器' }, country: 'IE' },
  hill: { name: { en: 'Hill University Labs', 'zh-CN': '山丘大学实验室' }, country: 'CA' },
  bay: { name: { en: 'Bay Innovation House', 'zh-CN': '湾区创新馆' }, country: 'JP' },
};

type Delegate = { name: Name; plate: LocalText; organisation: string; voice: Voice };

/** The delegates who join from elsewhere, each with a voice of their own. */
export const remote: readonly Delegate[] = [
  {
    name: 'lin', plate: { en: 'Delegate Lin', 'zh-CN': '林代表' }, organisation: 'river',
    voice: { voice: 'cmn', pitch: 35, wordsPerMinute: 170, words: '主席，各位代表，关于第一个问题，我建议成员之间共享实验室。去年我们试过一次，三家单位用同一台设备，没有一天空闲。' },
  },
  {
    name: 'harper', plate: { en: 'Delegate Harper' }, organisation: 'harbour',
    voice: { voice: 'en-gb', pitch: 45, wordsPerMinute: 165, words: 'Chair, one question to the speaker, if I may. Who pays for the repair when a shared machine breaks, and in whose books does it stand at the end of the year?' },
  },
  {
    name: 'wells', plate: { en: 'Delegate Wells' }, organisation: 'hill',
    voice: { voice: 'en-us+f3', pitch: 70, wordsPerMinute: 160, words: 'A point of order, Chair. The paper in front of us is the second version, and the members online have the first. I ask that we all read from the same page before we go on.' },
  },
];

/** In the hall, without a device: checked in and handed a microphone by the usher. */
export const sato = { name: 'sato' as const, plate: { en: 'Delegate Sato', 'zh-CN': '佐藤代表' }, organisation: 'bay' };
export const mira = { name: 'mira' as const, plate: { en: 'Delegate Mira' } };

/** What the two microphones of the hall hear. */
export const microphones: readonly { id: string; title: LocalText; voice: Voice }[] = [
  { id: 'one', title: { en: 'Microphone 1', 'zh-CN': '一号话筒' }, voice: { voice: 'en-gb+m3', pitch: 30, wordsPerMinute: 150, words: 'From this side of the table it looks simple. We have the room, we have the light, and what we lack is a calendar that everybody reads. Give us that and we begin in March.' } },
  { id: 'two', title: { en: 'Microphone 2', 'zh-CN': '二号话筒' }, voice: { voice: 'en-us+f2', pitch: 60, wordsPerMinute: 155, words: 'I will be brief, and then I will not be brief, because this matters to the small ones among us. A calendar is a promise. Whoever cannot keep it should say so before the others have bought their tickets.' } },
];

export const chair = { name: 'chair' as const, plate: { en: 'Chair of the Council', 'zh-CN': '理事会主席' } };
export const usher = { name: 'usher' as const, plate: { en: 'Usher', 'zh-CN': '引导员' } };
