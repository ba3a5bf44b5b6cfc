// What a person sees: one tidy line a step, with the time it took.

const NAME_WIDTH = 17;
const DETAIL_WIDTH = 52;

export const seconds = (ms) => `${(ms / 1000).toFixed(ms < 99_950 ? 1 : 0)} s`;

const columns = (mark, name, detail) => `${mark} ${name.padEnd(NAME_WIDTH)}${detail}`;

/**
 * A progress line: rewritten in place on a terminal; in a file or a pipe one line for each full tenth.
 */
function progressLine(out, name) {
  let lastTenth = 0;
  return (fraction, words) => {
    const percent = Math.floor(fraction * 100);
    if (out.isTTY) {
      out.write(`\r\x1b[K${columns('·', name, `${words} ${percent} %`)}`);
      return;
    }
    const tenth = Math.floor(percent / 10);
    if (tenth <= lastTenth || tenth >= 10) return;
    lastTenth = tenth;
    out.write(`${columns('·', name, `${words} ${tenth * 10} %`)}\n`);
  };
}

/** @param {{ write(text: string): unknown, isTTY?: boolean }} out */
export function terminal(out = process.stdout) {
  const clear = () => (out.isTTY ? '\r\x1b[K' : '');
  return {
    line: (text = '') => void out.write(`${clear()}${text}\n`),
    /** Something is wrong but work goes on. */
    problem: (text) => void out.write(`${clear()}! ${text}\n`),
    step(name) {
      const began = performance.now();
      const progress = progressLine(out, name);
      if (out.isTTY) out.write(`${clear()}${columns('·', name, '…')}`);
      const finish = (mark, detail) =>
        out.write(`${clear()}${columns(mark, name, detail).padEnd(NAME_WIDTH + DETAIL_WIDTH)} ${seconds(performance.now() - began).padStart(8)}\n`);
      return {
        progress,
        /** Says what is being done now; on a terminal only, since the finished line says it again. */
        doing: (words) => void (out.isTTY && out.write(`${clear()}${columns('·', name, `${words} …`)}`)),
        done: (detail) => void finish('✓', detail),
        skipped: (detail) => void finish('–', detail),
        failed: () => void finish('✗', 'failed'),
      };
    },
  };
}

/** A terminal that says nothing, for programs that start a system for themselves. */
export const silent = () => terminal({ write: () => true });

/** Does `work` as one step of the terminal; it answers `{ answer?, detail }`, and the answer is handed on. */
export async function asStep(term, name, work) {
  const step = term.step(name);
  try {
    const { answer, detail } = await work(step);
    step.done(detail);
    return answer;
  } catch (error) {
    step.failed();
    throw error;
  }
}
