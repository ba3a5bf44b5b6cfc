import type { ExportFormat, ExportWhat } from '@yaji/contracts';

const written = ['pdf', 'docx', 'html', 'markdown'] as const;
/** As the contract has them, the usual one first; its schemas are not for browsers. */
export const formatsOf: Record<ExportWhat, readonly ExportFormat[]> = {
  minutes: written, report: written, tables: ['xlsx', 'csv'], transcript: ['txt', 'vtt', 'srt', 'json'], everything: ['zip'],
};
