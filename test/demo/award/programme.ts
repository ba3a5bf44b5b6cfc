import { deflateSync, crc32 } from 'node:zlib';
import type { LocalText } from '@yaji/contracts';
import type { Written } from '../../pages/house.ts';

export const voters = 200;
/** The shortlist. The organisations are invented. */
export const nominees: readonly { id: string; title: LocalText; colour: readonly [number, number, number] }[] = [
  { id: 'river', title: { en: 'River Bend Park', 'zh-CN': '河湾科技园' }, colour: [44, 92, 122] },
  { id: 'harbour', title: { en: 'Harbour Incubator', 'zh-CN': '海港孵化器' }, colour: [122, 78, 44] },
  { id: 'hill', title: { en: 'Hill University Labs', 'zh-CN': '山丘大学实验室' }, colour: [62, 108, 64] },
  { id: 'bay', title: { en: 'Bay Innovation House', 'zh-CN': '湾区创新馆' }, colour: [108, 52, 92] },
  { id: 'coast', title: { en: 'Coast Laboratory', 'zh-CN': '海岸实验室' }, colour: [40, 112, 112] },
  { id: 'plain', title: { en: 'Plain City Works', 'zh-CN': '平原城市工坊' }, colour: [116, 104, 40] },
];
export const awardTitle = 'Incubator of the year';

const side = 96;

/** A picture of one colour that deepens downwards: PNG (ISO/IEC 15948), true colour, unfiltered. */
function picture([red, green, blue]: readonly [number, number, number]): string {
  const chunk = (type: string, content: Buffer): Buffer => {
    const typed = Buffer.concat([Buffer.from(type), content]);
    const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)];
    length.writeUInt32BE(content.length);
    check.writeUInt32BE(crc32(typed));
    return Buffer.concat([length, typed, check]);
  };
  const header = Buffer.alloc(13);
  header.writeUInt32BE(side);
  header.writeUInt32BE(side, 4);
  header.set([8, 2], 8);
  const rows = Buffer.concat(Array.from({ length: side }, (_, y) => Buffer.from([0, ...Array.from({ length: side }, () => [red + y / 3, green + y / 3, blue + y / 3]).flat()])));
  const file = Buffer.concat([Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]), chunk('IHDR', header), chunk('IDAT', deflateSync(rows)), chunk('IEND', Buffer.alloc(0))]);
  return `data:image/png;base64,${file.toString('base64')}`;
}

/** The evening of the award: two hundred guests, a shortlist of six. */
export const programme = (now: number): Written => ({
  title: { en: 'Award evening', 'zh-CN': '颁奖之夜' }, startsAt: new Date(now).toISOString(), timeZone: 'Europe/Dublin', languages: ['en', 'zh-CN'],
  people: [
    { id: 'host', name: { en: 'Host of the evening', 'zh-CN': '主持人' }, role: 'moderator' },
    ...Array.from({ length: voters }, (_, n) => ({ id: `v${n}`, name: { en: `Guest ${n + 1}`, 'zh-CN': `来宾${n + 1}` }, role: 'attendee' as const })),
  ],
  rooms: [{
    id: 'stage', title: { en: 'Main stage', 'zh-CN': '主会场' }, rules: { recording: 'by-hand' },
    agenda: [{ id: 'award', kind: 'award', title: { en: awardTitle, 'zh-CN': '年度孵化器' }, minutes: 20 }],
    awards: [{ id: 'year', title: { en: awardTitle, 'zh-CN': '年度孵化器' }, method: 'ranked', nominees: nominees.map(({ id, title, colour }) => ({ id, title, about: { en: 'For patient work with first-time founders.', 'zh-CN': '多年扶持首次创业者。' }, picture: picture(colour) })) }],
  }],
});
