/**
 * Words by which a sentence claims more than its neighbours would: each kind in both languages. Who tells a text in other words may not add one of these kinds,
 * nor, in another language, lose one.
 */
const kinds = {
  unanimity: /\bunanim\w+|\bconsensus\b|\bwithout (?:dissent|objection)|\bno objections?\b|\beveryone\b|\beverybody\b|\ball (?:the )?(?:members|delegates|speakers|participants|present|agreed|in favour)\b|一致|全体|全票|所有(?:人|与会者|会员|代表)|大家都|(?:无人|没有人?)反对/iu,
  adoption: /\bdeci(?:d\w+|sion\w*)|\bresol(?:v\w+|ution\w*)|\badopt\w*|\bapprov\w+|\bagree[ds]?\b|\bagreement\b|\baccept\w*|\bcarried\b|\bpassed\b|\bendors\w+|\bratif\w+|\bin favour\b|\bsettled\b|决定|决议|通过(?!了解|这)|批准|同意|赞成|接受|采纳|定下来|就这么定/iu,
  rejection: /\breject\w*|\brefus\w+|\bdeclin\w+|\boppos\w+|\bagainst\b|\bobject(?:ed|s|ion\w*)\b|\bden(?:y|ied|ies)\b|\bcondemn\w*|\bveto\w*|拒绝|否决|反对|驳回|谴责|不同意/iu,
  promise: /\bpromis\w+|\bpledg\w+|\bcommit(?:s|ted|ment\w*)?\b|\bguarante\w+|承诺|保证|答应/iu,
  extreme: /\bbest\b|\bworst\b|\bgreatest\b|\blargest\b|\balways\b|\bonly\b|\bentire\w*|\bcompletely\b|\bdefinitely\b|\bproven\b|\bmost (?:important|successful)|最|总是|从来|唯一|完全|彻底|只有|仅/iu,
  wrongdoing: /\bfraud\w*|\bcorrupt\w*|\bcrim(?:e|inal)\w*|\billegal\w*|\bsteal\w*|\bstole\w*|\b(?:lied|liar|lying)\b|\bscandal\w*|\bbrib\w+|欺诈|腐败|犯罪|违法|偷|骗|丑闻|贿/iu,
  leaving: /\bresign\w*|\bdismiss\w*|\bfired\b|\bsacked\b|\bexpel\w*|\bbankrupt\w*|辞职|解雇|开除|罢免|破产|退出/iu,
  more: /\bincreas\w*|\brais(?:e|es|ed|ing)\b|\bris(?:e|es|en|ing)\b|\brose\b|\bgr(?:ow|ew|own|owth)\w*|\bhigher\b|\bdoubl\w+|\bexpand\w*|增加|增长|提高|上涨|上升|涨|扩大|翻倍/iu,
  less: /\bdecreas\w*|\breduc\w+|\bcut(?:s|ting)?\b|\bf[ae]ll(?:s|en|ing)?\b|\blower\w*|\bfewer\b|\bshrink\w*|\bshrank\b|减少|减|降|下跌|缩|削/iu,
  delay: /\bpostpon\w+|\bdelay\w*|\bcancel\w*|\babolish\w*|\babandon\w*|推迟|延期|延后|取消|废除|放弃/iu,
} as const;
export type Kind = keyof typeof kinds;
const names = Object.keys(kinds) as Kind[];

export const kindsIn = (text: string): Set<Kind> => new Set(names.filter((name) => kinds[name].test(text)));

const noDenial = /不过|不仅|不但|不断|不同(?!意)|不少|不久|差不多|不得不|不好意思|无论|非常|未来|无界|别的|特别|分别|区别|级别|是否|能否|不管|对不对|是不是|not only|no doubt|no longer than|no\./giu;
const denials = /\b(?:not|no|never|none|nobody|nothing|neither|nor|cannot|without|unable|hardly|no one)\b|n['’]t\b|不|没|无|未|非|别|勿/iu;
/** Whether a text denies something. */
export const denies = (text: string): boolean => denials.test(text.replace(noDenial, ' '));

/** What is no plain sentence: markup, addresses, letters that are not seen, words to a machine or of one. */
const unfit = /[<>{}[\]`|\\*_#~^=]|https?:|\bwww\.|\b[\w-]+\.(?:com|org|net|io|cn|dev|info)\b|&#?\w+;|[\p{Cc}\p{Cf}\p{Co}\p{Cs}]|\b(?:ignore|disregard|forget) (?:all|any|the|your|previous|prior)\b|\b(?:system prompt|language model|as an ai|instructions?)\b|忽略.{0,8}(?:指令|提示|要求)|语言模型|提示词|系统指令/iu;
export const isPlain = (text: string): boolean => !unfit.test(text);
