import type { MinutesLanguage } from '../written/words/catalogue.ts';
import type { Wait } from './waits.ts';

/** Heads of the tables of figures, in one language; what the minutes call by a name is called so here too. */
export type StatisticsWords = {
  titles: {
    'speaking-person': string; 'speaking-organisation': string; 'speaking-country': string; 'speaking-language': string; turns: string; attendance: string; presence: string; waits: string;
    questions: string; polls: string; votes: string; agenda: string;
  };
  seconds: (what: string) => string; clock: string; share: string; people: string; asked: string; started: string; waited: string; outcome: string; outcomes: Record<Wait['outcome'], string>;
  question: string; asker: string; status: string; poll: string; answers: string; motion: string; sentence: string; late: string; code: string;
};

const en: StatisticsWords = {
  titles: {
    'speaking-person': 'Speaking time by person', 'speaking-organisation': 'Speaking time by organisation', 'speaking-country': 'Speaking time by country', 'speaking-language': 'Speaking time by language',
    turns: 'Contributions', attendance: 'Attendance', presence: 'Attendance over time', waits: 'Waiting for the floor', questions: 'Questions', polls: 'Polls', votes: 'Votes', agenda: 'Planned and actual',
  },
  seconds: (what) => `${what} (s)`, clock: 'Time on the clock', share: 'Share (%)', people: 'Present', asked: 'Asked for the floor', started: 'Got the floor', waited: 'Waited', outcome: 'Outcome',
  outcomes: { spoke: 'spoke', withdrew: 'withdrew', waiting: 'still waiting', gone: 'dropped from the list' },
  question: 'Question', asker: 'Asked by', status: 'Status', poll: 'Poll', answers: 'Answers', motion: 'Motion', sentence: 'Result', late: 'Over plan', code: 'Code',
};

const zhCN: StatisticsWords = {
  titles: {
    'speaking-person': '发言时长（按人）', 'speaking-organisation': '发言时长（按单位）', 'speaking-country': '发言时长（按国家）', 'speaking-language': '发言时长（按语言）',
    turns: '发言记录', attendance: '出席情况', presence: '在场人数变化', waits: '等候发言', questions: '提问', polls: '投票', votes: '表决', agenda: '计划与实际',
  },
  seconds: (what) => `${what}（秒）`, clock: '计时', share: '占比（%）', people: '在场人数', asked: '申请发言', started: '开始发言', waited: '等候', outcome: '结果',
  outcomes: { spoke: '已发言', withdrew: '已撤回', waiting: '仍在等候', gone: '已移出名单' },
  question: '问题', asker: '提问人', status: '状态', poll: '投票', answers: '回答数', motion: '动议', sentence: '结果', late: '超出计划', code: '代码',
};

const words: Readonly<Record<MinutesLanguage, StatisticsWords>> = { en, 'zh-CN': zhCN };
export const statisticsWords = (language: MinutesLanguage): StatisticsWords => words[language];
