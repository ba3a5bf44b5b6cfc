// What the api program does once and ends: bringing the tables up to date, and furnishing a first salon.
import { root } from '../ground/paths.mjs';
import { Remedy } from '../ground/remedy.mjs';
import { CommandFailed, run } from '../ground/run.mjs';
import { asStep } from '../ground/terminal.mjs';

const once = (words, { program, node, env, signal }) => run(node, ['--enable-source-maps', program, ...words], { cwd: root, env, signal });

export async function migrate({ terminal, ...options }) {
  await asStep(terminal, 'database', async () => {
    try {
      await once(['migrate'], options);
      return { detail: 'its tables are up to date' };
    } catch (error) {
      if (!(error instanceof CommandFailed)) throw error;
      throw new Remedy(
        'The database could not be brought up to date, so nothing is started on it. What it says is below; ' +
          `\`npm run reset\` begins with an empty one.\n${error.message}`,
      );
    }
  });
}

/** The line that speaks of links; log lines may stand around it. */
export function linksIn(said) {
  for (const line of said.split('\n').reverse()) {
    if (!line.includes('"links"')) continue;
    try {
      const { salon, links } = JSON.parse(line);
      if (links) return { salon, links };
    } catch {
      continue; // a log line that happens to speak of links
    }
  }
  return undefined;
}

/** @returns {Promise<{ salon: string, links: Record<string, string> }>} */
export async function seed({ terminal, ...options }) {
  return asStep(terminal, 'salon', async () => {
    const answer = linksIn(await once(['seed'], options));
    if (!answer) throw new Error('`seed` answered no line with links');
    return { answer, detail: 'ready to enter' };
  });
}
