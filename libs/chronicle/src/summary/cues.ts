/** What tells that a sentence says what was decided, wanted, found or to be done. */
const cues: readonly { pattern: RegExp; weight: number }[] = [
  { pattern: /\b(?:decid\w+|decision|resolv\w+|agree[ds]?|agreement|adopt\w*|approv\w+|reject\w*|carried|concluded?|settled?)\b/i, weight: 1 },
  { pattern: /\b(?:propos\w+|recommend\w*|suggest\w*|request\w*|demand\w*|commit\w*|promis\w+|plan(?:s|ned)?|aim\w*|intend\w*|must|need(?:s|ed)? to|have to|should)\b/i, weight: 0.7 },
  { pattern: /\b(?:will|shall|is to|are to|deadline|responsible|by (?:the end of|monday|tuesday|wednesday|thursday|friday|january|february|march|april|may|june|july|august|september|october|november|december))\b/i, weight: 0.5 },
  { pattern: /\b(?:in (?:short|summary|conclusion)|to sum(?:marise)? up|the (?:main|key|real|central) (?:point|problem|question|reason|issue|result|finding)s?|most important\w*|above all|found that|shows? that|the result)\b/i, weight: 1 },
  { pattern: /决定|决议|通过了|同意|批准|否决|达成|一致|结论|敲定|定下来/u, weight: 1 },
  { pattern: /建议|提议|主张|要求|希望|承诺|计划|打算|必须|需要|应当|应该/u, weight: 0.7 },
  { pattern: /负责|牵头|下一步|之前完成|月底|截止|落实|尽快|由.{1,12}(?:起草|提交|联系|准备|汇报)/u, weight: 0.6 },
  { pattern: /总之|归纳|总结|关键|核心|最重要|主要(?:原因|问题|是)|根本|结果(?:显示|是|表明)|数据显示|也就是说/u, weight: 1 },
];

/** 0 to 1. */
export const cueOf = (sentence: string): number => cues.reduce((most, { pattern, weight }) => (weight > most && pattern.test(sentence) ? weight : most), 0);

/** A figure with what it counts says more than a figure of speech. */
export const hasFigure = (sentence: string): boolean => /\d|\b(?:two|three|four|five|six|seven|eight|nine|ten|twelve|twenty|thirty|forty|fifty|hundred|thousand|million|half|third|quarter|per cent|percent)\b|[一二三四五六七八九十百千万亿两]+(?:个|家|人|年|月|天|万|亿|成|次|项|所|名|元|倍)|百分之/iu.test(sentence);

const courtesies: readonly RegExp[] = [
  /^(?:(?:um|uh|er|well|so|ok(?:ay)?|right|and|yes|no|oh|hi|hello)[,.\s]+)*(?:thank(?:s| you)|good (?:morning|afternoon|evening)|hello|welcome|dear)\b/i,
  /\b(?:can (?:you|everyone|everybody) (?:hear|see)|(?:am i|are you|i was|you are|you're) (?:on )?mute[d]?|(?:share|see) my screen|next slide|technical (?:problem|issue)s?|bear with me|sorry (?:about|for) (?:that|the)|my connection|is this on)\b/i,
  /\b(?:(?:over|back) to you|the floor is yours|you have the floor|any (?:other )?(?:questions|comments)|shall we (?:start|begin|move on)|let(?:'|’)?s (?:start|begin|move on|hear)|let me (?:start|begin|hand over)|nice to (?:see|meet)|(?:happy|glad|pleased|honou?red|delighted) to be)\b/i,
  /^(?:[嗯呃哦啊好那是对]+[，,。\s]*)*(?:谢谢|感谢|多谢|大家(?:好|早上好|下午好|晚上好)|各位(?:好|早|嘉宾|同仁|代表|朋友)|尊敬的|早上好|下午好|晚上好|你好|您好|欢迎)/u,
  /听得(?:到|见|清)|看得(?:到|见)|共享(?:一下)?屏幕|(?:我|您|你)的?(?:麦克风|话筒|网络|声音)|(?:下|上)一(?:页|张)|闭麦|静音|稍等|不好意思|抱歉/u,
  /(?:有请|请)(?:.{0,12})(?:发言|致辞|讲话|开始)|(?:我|话筒).{0,4}交(?:给|回)|还有(?:没有)?(?:其他)?(?:问题|补充|意见)吗|我(?:的话)?(?:就)?(?:先)?(?:讲|说)(?:到这|完了)|很(?:高兴|荣幸)/u,
];

/** Greetings, thanks, microphones and handing over: said in every meeting, and never what it was about. */
export const isCourtesy = (sentence: string): boolean => courtesies.some((pattern) => pattern.test(sentence));

export const isQuestion = (sentence: string): boolean => /[?？]["”’」』)）]*$|[吗呢么][。]?$/u.test(sentence);

/** It leans on what was said before it, so that alone it says little. */
export const leans = (sentence: string): boolean => /^(?:(?:and|but|so|well|yes|no|because|that|this|it|they|he|she|these|those|such|there)\b|那|这|它|他|她|所以|但|而且|因为|对|是的|不是)/iu.test(sentence);
