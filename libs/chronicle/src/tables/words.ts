import type { MinutesLanguage } from '../written/words/catalogue.ts';

/** What the tables say beside what the minutes say, in one language. */
type TableWords = {
  turns: string; votes: string; planned: string; subject: string; asked: string; question: string; askedBy: string; status: string; answered: string; answer: string;
  answeredBy: string; motion: string; opened: string; closed: string; secrecy: string; majority: string; presentOpening: string; presentClosing: string; result: string;
  poll: string; kind: string; answers: string; lane: string; normal: string; aloud: string; tie: string;
  chat: string; message: string; deleted: string; deletedBy: string;
};

const en: TableWords = {
  turns: 'Contributions', votes: 'Votes', planned: 'Planned time', subject: 'Subject', asked: 'Asked', question: 'Question', askedBy: 'Asked by', status: 'State', answered: 'Answered', answer: 'Answer',
  answeredBy: 'Answered by', motion: 'Motion', opened: 'Opened', closed: 'Closed', secrecy: 'Secrecy', majority: 'Majority', presentOpening: 'Present at the opening', presentClosing: 'Present at the closing', result: 'Result',
  poll: 'Poll', kind: 'Kind', answers: 'Answers', lane: 'Kind', normal: 'contribution', aloud: 'answered aloud', tie: 'Decided by the chair',
  chat: 'Chat', message: 'Message', deleted: 'Deleted', deletedBy: 'Deleted by',
};

const zhCN: TableWords = {
  turns: '发言记录', votes: '表决', planned: '计划时长', subject: '议题', asked: '提问时间', question: '问题', askedBy: '提问人', status: '状态', answered: '回答时间', answer: '回答',
  answeredBy: '回答人', motion: '动议', opened: '开始', closed: '结束', secrecy: '方式', majority: '多数', presentOpening: '开始时到会', presentClosing: '结束时到会', result: '结果',
  poll: '投票', kind: '类型', answers: '回答数', lane: '类型', normal: '发言', aloud: '现场口头回答', tie: '主席裁决',
  chat: '聊天', message: '消息', deleted: '删除时间', deletedBy: '删除人',
};

export const tableWords: Record<MinutesLanguage, TableWords> = { en, 'zh-CN': zhCN };
