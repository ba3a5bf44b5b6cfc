/** The log did not answer in time: whether the command was written is not known. The client says it again under the same id. */
export class LogTooSlow extends Error {
  override readonly name = 'LogTooSlow';
}

/** A command is answered within this, whatever happens. */
const commandMs = 2_000;

/** The answer, or `LogTooSlow` after `patienceMs`: nobody waits at a door for longer than that. */
export async function withinPatience<T>(answer: Promise<T>, patienceMs = commandMs): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new LogTooSlow(`no answer within ${patienceMs} ms`)), patienceMs);
  });
  try {
    return await Promise.race([answer, late]);
  } finally {
    clearTimeout(timer);
  }
}
