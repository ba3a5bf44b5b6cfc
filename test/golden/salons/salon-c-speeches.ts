type Speech = { language: 'en' | 'zh-CN'; seconds: number; says: string[]; told?: Record<string, string>; lane?: 'interposed' };
type Spoken = Speech & { speaker: string };
const zh = (speaker: string, seconds: number, said: string[], en: string): Spoken => ({ speaker, language: 'zh-CN', seconds, says: said, told: { en } });
const en = (speaker: string, seconds: number, said: string[], chinese: string): Spoken => ({ speaker, language: 'en', seconds, says: said, told: { 'zh-CN': chinese } });

export const keynote: Speech = {
  language: 'en', seconds: 780,
  says: [
    'Thank you for inviting somebody who has no vote here.', '**A council is not there to agree; it is there so that disagreement has an address.',
    'I have sat in councils that never lost a vote, and none of them exists any more.', '**Write down who will do what, and read it aloud before you leave the room.',
  ],
  told: { 'zh-CN': '理事会的意义不在于意见一致，而在于让分歧有处可说。' },
};

export const questions = {
  calendar: [
    en('sato', 200, ['From the hall it looks simple.', '**We have the rooms and the people; what we lack is one calendar that everybody reads.'], '各园区有场地也有人，缺的是一份人人都看的日历。'),
    zh('qin', 210, ['我同意佐藤女士的看法。', '**日历要由一家单位维护，其他单位只读不改，否则三个月就乱了。'], 'One organisation should keep the calendar and the others should only read it; otherwise it will be in disorder within three months.'),
    en('harper', 150, ['*Put the deadlines in it, not only the parties.'], '日历里要写截止日期，不能只写活动。'),
  ],
  mobility: [
    en('lund', 205, ['Forgive me for being late; the ferry was not.', '**We sent four engineers abroad last year and all four came back with a customer.'], '去年派出的四名工程师都带回了客户。'),
    zh('mo', 190, ['**短期派驻最大的障碍是社保，不是签证。', '这件事单靠一个园区解决不了。'], 'The greatest obstacle to short postings is social insurance, not the visa.'),
    en('okoye', 165, ['*Our people can travel in a week if somebody signs for them; nobody ever signs.'], '只要有人签字，人员一周内就能成行，但始终没有人签字。'),
  ],
  budget: [
    en('costa', 240, ['The draft before you has one line too few.', '**A budget for one year is a wish; for three years it is a plan.'], '一年的预算只是愿望，三年的预算才是计划。'),
    en('wells', 180, ['*I could vote for this if I knew what it costs us in the second year.'], '如果清楚第二年的开支，就可以支持这份预算。'),
  ],
  admission: [en('harper', 140, ['**The Coast Laboratory has paid its own way to three of our meetings and has asked for nothing but a chair.'], '海岸实验室自费参加了三次会议，所求的只是一个席位。')],
  tasks: [en('chair', 150, ['I read aloud what we owe each other.', '*Three tasks, four names, and the first of them is due on the first of December.'], '共有三项任务、四位负责人，第一项12月1日到期。')],
};
