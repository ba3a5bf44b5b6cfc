import type { Block, Document } from '@yaji/contracts';
import { t0 } from '../../../libs/salon/test/given.ts';

/** The second of the log at which a quote was said. */
export const saidAt = t0 + 65_000;

const rows = (count: number, row: (n: number) => string[]) => Array.from({ length: count }, (_, n) => row(n + 1).map((text) => [{ text }]));

const en: Block[] = [
  { kind: 'paragraph', runs: [{ text: 'The salon was opened at 09:30 by the ' }, { text: 'Lake Association', strong: true }, { text: '; 126 people came, 48 of them to the hall.' }], key: null },
  { kind: 'heading', level: 1, text: 'Attendance' },
  { kind: 'table', head: ['No.', 'Name', 'Organisation', 'Time present'], numeric: [0, 3], rows: rows(110, (n) => [`${n}`, `Guest ${n} of the Lake`, n % 3 === 0 ? 'Institute for Reed Beds and Slow Water' : 'Lake Association', `2:${String(n % 60).padStart(2, '0')}:07`]) },
  { kind: 'heading', level: 1, text: 'What was said' },
  { kind: 'heading', level: 2, text: 'How much water a wetland needs' },
  { kind: 'paragraph', runs: [{ text: 'Three speakers compared dry years. The measurements of the northern basin, which had been thought lost, were shown for the first time, and the room took its time with them: nobody asked for the floor for almost a minute.' }], key: 'topic:one' },
  { kind: 'quote', runs: [{ text: 'A reed bed forgives one dry summer. It does not forgive two.', moment: saidAt }], by: 'Lin Yue, Lake Association' },
  { kind: 'figure', pictureId: 'reeds', alt: 'Lin Yue at the table, speaking', caption: 'Lin Yue on the second dry summer.' },
  { kind: 'list', ordered: true, items: [[{ text: 'Measure every week, not every month.' }], [{ text: 'Publish the figures ' }, { text: 'before', strong: true }, { text: ' the meeting.' }]] },
  { kind: 'heading', level: 3, text: 'Loose ends' },
  { kind: 'list', ordered: false, items: [[{ text: '# not a heading, *not strong*, <b>not HTML</b>, #let x = 1, $y$ & \\n' }], [{ text: 'A name with a seldom letter: 𐨀.' }]] },
  { kind: 'heading', level: 1, text: 'Decisions' },
  { kind: 'paragraph', runs: [{ text: 'Carried, 41 yes, 3 no, 2 abstaining.', strong: true }], key: null },
  { kind: 'heading', level: 1, text: 'Annex' },
  { kind: 'paragraph', runs: [{ text: `A word without a place to break: ${'abcdefghij'.repeat(30)}.` }], key: null },
];

const zh: Block[] = [
  { kind: 'paragraph', runs: [{ text: '沙龙于 09:30 由' }, { text: '湖泊协会', strong: true }, { text: '宣布开始；出席 126 人，其中现场 48 人。' }], key: null },
  { kind: 'heading', level: 1, text: '出席情况' },
  { kind: 'table', head: ['序号', '姓名', '单位', '在场时长'], numeric: [0, 3], rows: rows(110, (n) => [`${n}`, `湖上来客第${n}号`, n % 3 === 0 ? '芦苇荡与缓流研究所' : '湖泊协会', `2:${String(n % 60).padStart(2, '0')}:07`]) },
  { kind: 'heading', level: 1, text: '发言' },
  { kind: 'heading', level: 2, text: '一片湿地需要多少水' },
  { kind: 'paragraph', runs: [{ text: '三位发言人比较了干旱年份。曾被认为已经遗失的北部流域测量数据首次公布，会场用了近一分钟静静地看，没有人请求发言。“芦苇”一词出现了十七次（不计引文）；与会者约定，下一次会议之前先把数据公开。' }], key: 'topic:one' },
  { kind: 'quote', runs: [{ text: '芦苇荡能原谅一个干旱的夏天，原谅不了两个。', moment: saidAt }], by: '林月，湖泊协会' },
  { kind: 'figure', pictureId: 'reeds', alt: '林月在桌前发言', caption: '林月谈第二个干旱的夏天。' },
  { kind: 'list', ordered: true, items: [[{ text: '每周测量，而不是每月测量。' }], [{ text: '数据要在会议' }, { text: '之前', strong: true }, { text: '公布。' }]] },
  { kind: 'heading', level: 3, text: '余下的事' },
  { kind: 'list', ordered: false, items: [[{ text: '# 不是标题，*不是强调*，<b>不是 HTML</b>，#let x = 1，$y$' }], [{ text: '罕见的字：𠮷野家，𐨀。' }]] },
  { kind: 'heading', level: 1, text: '决议' },
  { kind: 'paragraph', runs: [{ text: '通过，赞成 41 票，反对 3 票，弃权 2 票。', strong: true }], key: null },
  { kind: 'heading', level: 1, text: '附录' },
  { kind: 'paragraph', runs: [{ text: '全文完。' }], key: null },
];

/** The same account in both languages, with everything that a document can have in it. */
export const booklets: Record<Document['language'], Document> = {
  'en': { language: 'en', title: 'Minutes: Water and Reeds, the Ninth Salon of the Lake', blocks: en },
  'zh-CN': { language: 'zh-CN', title: '会议纪要：水与芦苇，第九届湖上雅集', blocks: zh },
};
