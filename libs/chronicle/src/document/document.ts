export type { Block, Document, Paragraph, Run } from '@yaji/contracts';
