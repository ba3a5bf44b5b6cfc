/** jest's last lines: how many suites and tests there were. They are what one looks for at the very end. */
const isClosing = (line) => /^(Test Suites|Tests|Snapshots|Time|Ran all test suites)\b/.test(line.replace(/\x1b\[[\d;]*m/g, ''));

/**
 * Lets everything through as it comes, but keeps the closing lines back until it is known what else there is to say.
 * @param {(text: string) => void} write
 */
export function holdClosingLines(write) {
  let partial = '';
  const closing = [];
  const take = (line) => (isClosing(line) ? closing.push(line) : write(`${line}\n`));
  return {
    hear(chunk) {
      const lines = (partial + chunk).split('\n');
      partial = lines.pop() ?? '';
      lines.forEach(take);
    },
    /** The lines held back. */
    end() {
      if (partial) take(partial);
      partial = '';
      return closing;
    },
  };
}
