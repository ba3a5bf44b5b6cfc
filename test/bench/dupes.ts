import type { Translation } from '@yaji/contracts';
import { alikeAcross, noteWording, noWordings } from '@yaji/salon';
import { benchOptions, type Goal, quantile, report } from './report.ts';

/** Questions like a new one, among 2,000 in English and Chinese, each known in the other language as well: what a moderator's page does when one comes in. */
const questions = 2_000;
const rounds = 200;
const goals: Goal[] = [{ metric: 'p99Ms', atMost: 50 }, { metric: 'found', atLeast: 0.95 }, { metric: 'foundAcross', atLeast: 0.95 }];

const subjects = ['the new incubator', 'the exchange programme', 'small parks', 'the membership fee', 'the common calendar', 'artificial intelligence', 'the award', 'the data survey', 'young founders', 'the next conference'];
const verbs = ['pay for', 'benefit from', 'decide about', 'report on', 'prepare', 'be responsible for', 'apply for', 'learn from', 'change', 'support'];
const whos = ['Who will', 'How can members', 'When should the council', 'Why do we not', 'Which countries'];
const ends = ['this year', 'after the reform', 'without new staff', 'in the spring', 'under the old rules', 'with partners abroad', 'in the smaller cities', 'before the summit'];
const inChinese = { who: ['谁来', '会员怎样', '理事会何时', '我们为什么不', '哪些国家'], verb: ['资助', '受益于', '决定', '报告', '筹备', '负责', '申请', '学习', '改变', '支持'], subject: ['新的孵化器', '交流项目', '小型园区', '会费', '共同日历', '人工智能', '奖项', '数据调查', '青年创业者', '下届大会'], end: ['今年', '改革之后', '在没有新人手的情况下', '春天', '按旧规则', '与国外伙伴一起', '在较小的城市', '峰会之前'] };

const pick = (list: readonly string[], n: number): string => list[n % list.length] ?? '';
const english = (n: number): string => `${pick(whos, n)} ${pick(verbs, Math.floor(n / 5))} ${pick(subjects, Math.floor(n / 50))} ${pick(ends, Math.floor(n / 500))} (point ${n})?`;
const chinese = (n: number): string => `${pick(inChinese.end, Math.floor(n / 500))}${pick(inChinese.who, n)}${pick(inChinese.verb, Math.floor(n / 5))}${pick(inChinese.subject, Math.floor(n / 50))}（第${n}点）？`;
const original = (n: number): string => (n % 2 === 0 ? english(n) : chinese(n));
/** What a machine makes of it: the same words in the other language. */
const translation = (n: number): Translation => (n % 2 === 0 ? { language: 'en', texts: { 'zh-CN': chinese(n) } } : { language: 'zh-CN', texts: { en: english(n) } });
/** The same question as somebody else would type it. */
const again = (n: number, inEnglish: boolean): string => (inEnglish ? `Please tell us: ${english(n).toLowerCase().replace('?', '')}` : `请问${chinese(n).replace('？', '')}呢`);

const options = benchOptions(20);
const wordings = noWordings<number>();
const began = performance.now();
for (let n = 0; n < questions; n += 1) noteWording(wordings, n, original(n), translation(n));
const learnMs = performance.now() - began;
const waits: number[] = [];
const found = { within: 0, across: 0 };
for (let round = 0; round < rounds; round += 1) {
  const asked = (round * 37) % questions;
  for (const kind of ['within', 'across'] as const) {
    const text = again(asked, (asked % 2 === 0) === (kind === 'within'));
    const from = performance.now();
    const alike = alikeAcross(wordings, text, null);
    noteWording(wordings, questions + round, text, null);
    waits.push(performance.now() - from);
    if (alike.some(({ id }) => id === asked)) found[kind] += 1;
  }
}
report('dupes', { questions, learnMs, p50Ms: quantile(waits, 0.5), p99Ms: quantile(waits, 0.99), found: found.within / rounds, foundAcross: found.across / rounds }, goals, options);
