import type { Sentence } from './script.ts';

type Speech = { speaker: string; language: 'en' | 'zh-CN'; seconds: number; says: Sentence[] };
const zh = (speaker: string, seconds: number, ...says: Sentence[]): Speech => ({ speaker, language: 'zh-CN', seconds, says });
const en = (speaker: string, seconds: number, ...says: Sentence[]): Speech => ({ speaker, language: 'en', seconds, says });

export const opening = {
  addresses: [
    zh('president', 205, '各位同仁，大家下午好，欢迎来到春季雅集。', '**一间实验室一年里有一半时间是空着的，而隔壁的团队正在排队。', '我们今天不谈口号，只谈怎样把门打开。', '希望每位发言人都能带走一个合作伙伴。'),
    en('lead', 190, 'Good afternoon from our side of the water.', '**Ten years ago we thought a park was a place; today we know it is a promise to other parks.', 'Our doors, our benches and our mistakes are open to all of you.'),
  ],
  talk: [
    zh('data', 540, '我先报三个数字。', '**我们调查了214间实验室，设备平均每周只用19个小时。', '*其中六成的负责人说，愿意把空闲时间让给别的机构。', '**真正签过共享协议的，只有百分之七。', '差距不在意愿，而在手续。', '完整的数据表会在会后发给大家。'),
  ],
  closing: [zh('host', 150, '时间到了，我来收尾。', '**今天有十六家机构发了言，我们记下了两件要做的事，六月底之前见分晓。', '谢谢各位，秋季再会。')],
};

export const sharedTopic: readonly Speech[] = [
  zh('lin', 165, '我们园区去年试过一次。', '**三家单位用同一台质谱仪，全年没有一天空闲，也没有一次争执。', '秘诀是一张贴在门上的排班表。'),
  en('nora', 170, 'Let me be the one who talks about money.', '**The machine is the cheap part; the technician who keeps it honest is what nobody budgets for.', 'We solved it by sharing the technician first.'),
  zh('he', 150, '*共享之前要先统一一件小事，就是样品的标签。', '标签不统一，数据就没法比。'),
  en('claire', 160, 'In our yard, everyone signs one page before they touch anything.', '**If an agreement is longer than a page, nobody reads it, and if nobody reads it, nobody is bound by it.'),
  zh('ye', 140, '*小机构最怕的不是出钱，而是排不上队。', '所以我们建议给小机构留固定时段。'),
  en('noor', 155, '*We let our neighbours book by the hour, and after six months they were bringing us customers.', 'Nobody had planned that.'),
  zh('gu', 150, '*安全培训必须互认，否则每换一间实验室就要重考一次。', '我们愿意先承认在座各家的证书。'),
  en('declan', 145, 'What did we lose when we opened at night?', '*Opening our laboratory at night cost us a little sleep and brought forty-one companies through the door in the first winter.'),
];

export const deskTopic: readonly Speech[] = [
  en('owen', 160, 'Students leave us with an idea and no address.', '**Give a founder a desk for half a year and you will know by the third month whether there is a company.'),
  zh('tao', 165, '*出海的第一步不是办公室，而是一个会接电话的人。', '我们学院有三十位校友愿意做这件事。'),
  en('june', 170, '**The visa took nine weeks, the bank account took fourteen, and the desk took an afternoon.', 'So let us stop talking about desks and start talking about banks.'),
  zh('bai', 140, '**我们收到过十一家海外团队的申请，留下来的五家，都是有人陪着办完手续的。', '陪伴比场地重要。'),
  en('joy', 150, '*A landing is not a tour: on the first day we take people to the tax office, not to the rooftop.'),
  zh('shen', 135, '*创意企业走出去，先要有人看得懂它的作品。', '所以我们把展墙也算作工位。'),
  zh('wei', 140, '*山区园区同样需要国际伙伴，距离不是理由。', '视频会议谁都会开，难的是第二次见面。'),
  en('ravi', 130, 'We keep ten desks free, always, and we have never regretted the empty ones.'),
];
