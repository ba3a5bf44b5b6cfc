const plain = (line) => line.replace(/\x1b\[[\d;]*m/g, '');

/** jest's last lines: how many suites and tests there were. They are what one looks for at the very end. */
const isClosing = (line) => /^(Test Suites|Tests|Snapshots|Time|Ran all test suites)\b/.test(plain(line));
const isLast = (line) => plain(line).startsWith('Ran all test suites');

/**
 * Lets everything through as it comes, but keeps the closing lines back until it is known what else there is to say.
 * @param {(text: string) => void} write
 * @param {() => void} [over] hears that the last of them has come
 */
export function holdClosingLines(write, over = () => undefined) {
  let partial = '';
  const closing = [];
  const take = (line) => {
    if (!isClosing(line)) return write(`${line}\n`);
    closing.push(line);
    if (isLast(line)) over();
  };
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
