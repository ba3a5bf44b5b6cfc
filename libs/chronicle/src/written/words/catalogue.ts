import type { Lane, Place, PollKind, Role, TurnEnding } from '@yaji/contracts';
import type { Progress } from '@yaji/salon';
import type { QuestionRecord } from '../../question.ts';
import { recordEn, type RecordWords, recordZhCN } from './record-words.ts';
import { votingEn, votingZhCN, type VotingWords } from './voting-words.ts';

/** Every sentence and heading of the minutes, in one language. */
export type Catalogue = VotingWords & RecordWords & {
  minutes: string; date: string; time: string; stillOpen: string; zone: (zone: string) => string; basis: (upTo: number) => string;
  attendance: string; agenda: string; turns: string; questions: string; decisions: string;
  headCount: (count: { present: number; remote: number; hall: number; peak: number }) => string;
  name: string; organisation: string; role: string; place: string; joined: string; present: string;
  item: string; planned: string; started: string; ended: string; took: string; state: string; speakers: string;
  number: string; speaker: string; start: string; measured: string; speech: string; topic: string; ending: string;
  nobody: string; noTurns: string; noQuestions: string; removed: string; anonymous: string; askedBy: (name: string) => string; votes: (votes: number) => string;
  answer: string; answeredLive: (by: string | null) => string; answeredBy: (name: string) => string;
  polls: string; pollKinds: Record<PollKind, string>; choice: string; count: string; answers: (answers: number) => string; points: (points: number) => string;
  mean: (mean: number) => string; first: (name: string) => string; notPublished: string;
  roles: Record<Role, string>; places: Record<Place, string>; progress: Record<Progress, string>; endings: Record<TurnEnding, string>;
  lanes: Record<Exclude<Lane, 'normal'>, string>;
  statuses: Record<QuestionRecord['status'], string>; underWay: string; stop: string; colon: string; comma: string; list: string;
};

const en: Catalogue = {
  ...votingEn, ...recordEn,
  minutes: 'Minutes', date: 'Date', time: 'Time', stillOpen: 'still open', zone: (zone) => `All times are in the zone ${zone}.`,
  basis: (upTo) => `Derived from the room's log up to entry ${upTo}.`,
  attendance: 'Attendance', agenda: 'Agenda as it happened', turns: 'Contributions', questions: 'Questions and answers', decisions: 'Decisions',
  headCount: ({ present, remote, hall, peak }) => `Present: ${present} (${remote} remote, ${hall} in the hall); at most ${peak} at once.`,
  name: 'Name', organisation: 'Organisation', role: 'Role', place: 'Place', joined: 'First joined', present: 'Time present',
  item: 'Item', planned: 'Planned', started: 'Start', ended: 'End', took: 'Took', state: 'State', speakers: 'Speakers',
  number: 'No.', speaker: 'Speaker', start: 'Start', measured: 'Time on the clock', speech: 'Net speech', topic: 'Topic', ending: 'Ended',
  nobody: 'Nobody was present.', noTurns: 'Nobody took the floor.', noQuestions: 'No question was put before the room.',
  removed: '(removed)', anonymous: 'anonymous', askedBy: (name) => `asked by ${name}`, votes: (votes) => (votes === 1 ? '1 vote' : `${votes} votes`),
  answer: 'Answer', answeredLive: (by) => (by === null ? 'Answered aloud' : `Answered aloud (marked by ${by})`), answeredBy: (name) => `Written answer by ${name}`,
  polls: 'Polls', pollKinds: { single: 'one choice', multiple: 'several choices', rating: 'rating 1 to 5', ranking: 'ranking', words: 'word cloud', text: 'open text' }, choice: 'Choice', count: 'Number',
  answers: (answers) => (answers === 1 ? '1 answer' : `${answers} answers`), points: (points) => (points === 1 ? '1 point' : `${points} points`),
  mean: (mean) => `Mean: ${mean.toFixed(1)} of 5.`, first: (name) => `First by instant run-off: ${name}.`, notPublished: 'The result was not published.',
  roles: {
    owner: 'owner', moderator: 'moderator', speaker: 'speaker', interpreter: 'interpreter', usher: 'usher', attendee: 'attendee', display: 'display',
  },
  places: { remote: 'remote', hall: 'hall' },
  progress: { planned: 'not reached', running: 'under way', finished: 'finished', skipped: 'skipped' },
  endings: { ended: 'finished', next: 'floor passed on', expired: 'time was up', left: 'speaker left', closed: 'room closed', yielded: 'rest given away' },
  lanes: { interposed: 'interposed question', intervention: 'intervention', 'point-of-order': 'point of order' },
  statuses: { open: 'not answered', answered: 'answered', later: 'to be answered after the salon', closed: 'closed without an answer' }, underWay: 'under way', stop: '.', colon: ': ', comma: ', ', list: ', ',
};

const zhCN: Catalogue = {
  ...votingZhCN, ...recordZhCN,
  minutes: '会议纪要', date: '日期', time: '时间', stillOpen: '尚未结束', zone: (zone) => `所有时间均按 ${zone} 时区。`,
  basis: (upTo) => `依据会议室日志整理，截至第 ${upTo} 条。`,
  attendance: '出席情况', agenda: '议程执行情况', turns: '发言记录', questions: '问答', decisions: '决议',
  headCount: ({ present, remote, hall, peak }) => `出席 ${present} 人（线上 ${remote} 人，现场 ${hall} 人）；同时在场最多 ${peak} 人。`,
  name: '姓名', organisation: '单位', role: '身份', place: '参会方式', joined: '首次进入', present: '在场时长',
  item: '议项', planned: '计划', started: '开始', ended: '结束', took: '用时', state: '状态', speakers: '发言人',
  number: '序号', speaker: '发言人', start: '开始', measured: '计时', speech: '净发言', topic: '议题', ending: '结束方式',
  nobody: '无人出席。', noTurns: '无人发言。', noQuestions: '没有公开提出的问题。',
  removed: '（已删除）', anonymous: '匿名', askedBy: (name) => `提问：${name}`, votes: (votes) => `${votes} 票`,
  answer: '回答', answeredLive: (by) => (by === null ? '现场口头回答' : `现场口头回答（由${by}标记）`), answeredBy: (name) => `书面回答：${name}`,
  polls: '投票', pollKinds: { single: '单选', multiple: '多选', rating: '评分 1 到 5', ranking: '排序', words: '词云', text: '文字回答' }, choice: '选项', count: '数目',
  answers: (answers) => `${answers} 份回答`, points: (points) => `${points} 分`,
  mean: (mean) => `平均 ${mean.toFixed(1)} 分（满分 5 分）。`, first: (name) => `排序复选第一名：${name}。`, notPublished: '结果未公布。',
  roles: { owner: '主办人', moderator: '主持人', speaker: '发言人', interpreter: '译员', usher: '引导员', attendee: '与会者', display: '大屏' },
  places: { remote: '线上', hall: '现场' },
  progress: { planned: '未进行', running: '进行中', finished: '已完成', skipped: '已跳过' },
  endings: { ended: '发言完毕', next: '交给下一位', expired: '时间到', left: '发言人离开', closed: '会议结束', yielded: '让出剩余时间' },
  lanes: { interposed: '插问', intervention: '答辩', 'point-of-order': '程序问题' },
  statuses: { open: '未回答', answered: '已回答', later: '留待会后回答', closed: '未回答即关闭' }, underWay: '进行中', stop: '。', colon: '：', comma: '，', list: '、',
};

const catalogues = { en, 'zh-CN': zhCN } as const;

/** The languages that minutes are written in. */
export type MinutesLanguage = keyof typeof catalogues;
export const minutesLanguages: readonly MinutesLanguage[] = ['en', 'zh-CN'];
export const catalogueOf = (language: MinutesLanguage): Catalogue => catalogues[language];
