/** The languages that minutes and reports are written in. */
export type WrittenLanguage = 'en' | 'zh-CN';

/**
 * A written account in one language, before it is Markdown, HTML, DOCX or PDF: every format renders the same blocks, so none can say something
 * else. Texts are plain; whoever renders escapes.
 */
export type Document = { language: WrittenLanguage; title: string; blocks: Block[] };

/** `moment`: the second it was said, in UTC milliseconds; rendered as a link into the replay. */
export type Run = { text: string; strong?: boolean; moment?: number };

export type Block =
  | { kind: 'heading'; level: 1 | 2 | 3; text: string }
  | Paragraph
  | { kind: 'list'; ordered: boolean; items: Run[][] }
  /** Words that were really said, as they were said. */
  | { kind: 'quote'; runs: Run[]; by: string }
  /** `numeric`: places of the columns that hold figures, which stand to the right. */
  | { kind: 'table'; head: string[]; rows: Run[][][]; numeric: number[] }
  /** `pictureId` names a picture beside the document. */
  | { kind: 'figure'; pictureId: string; alt: string; caption: string };

/** `key`: a reviewer may put other words here; facts have none. The same text has the same key in every language and every derivation. */
export type Paragraph = { kind: 'paragraph'; runs: Run[]; key: string | null };
