import type { Brand } from '@yaji/kit';

/** Names a stored file: lower-case words in at most five folders, one ending. Made by us, never taken from a client. */
export type FileId = Brand<string, 'FileId'>;

const shape = /^(?:[a-z0-9][a-z0-9-]{0,60}\/){0,5}[a-z0-9][a-z0-9-]{0,60}\.[a-z0-9]{1,5}$/;

/** Null for anything that could lead elsewhere. */
export const readFileId = (written: string): FileId | null => (shape.test(written) ? (written as FileId) : null);

/** `fileId('recordings', roomId, 'salon.mp4')`. Throws when the parts do not make one: a mistake of the caller. */
export function fileId(...parts: readonly string[]): FileId {
  const id = readFileId(parts.join('/'));
  if (id === null) throw new Error(`not a file id: ${parts.join('/')}`);
  return id;
}

/** The words of a folder of files. Throws when it could lead elsewhere. */
export const foldersOf = (folder: string): string[] => fileId(folder, 'any.file').split('/').slice(0, -1);
