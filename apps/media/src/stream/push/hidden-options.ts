import { randomUUID } from 'node:crypto';
import { type FileHandle, open, unlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * Options for ffmpeg as a file that has no name any more (`-fpre`): given to the process as an open file, they stand neither among its
 * arguments nor in any folder. The caller closes it. Rejects when there can be no file. Neither names nor values hold line ends.
 */
export async function hiddenOptions(options: Readonly<Record<string, string>>): Promise<FileHandle> {
  const path = join(tmpdir(), `yaji-${randomUUID()}`);
  const file = await open(path, 'wx+', 0o600);
  try {
    await unlink(path);
    // At its place, so that who opens it reads from the beginning wherever an open file has one position for all (macOS).
    await file.write(Object.entries(options).map(([name, value]) => `${name}=${value}\n`).join(''), 0);
    return file;
  } catch (cause) {
    await file.close();
    throw cause;
  }
}
