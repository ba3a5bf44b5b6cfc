const WINDOW_MS = 10_000;
const MOST = 4; // lines in one window; a program that lost its database complains a thousand times a second

/**
 * Lets the first few complaints of each window through, the same words once, and then says where the others are.
 * @param {(words: string) => void} say
 * @param {{ where: string, now?: () => number }} options `where`: the file that has all of them
 */
export function fewComplaints(say, { where, now = () => performance.now() }) {
  let began = -Infinity;
  let said = new Set();
  return (words) => {
    if (now() - began > WINDOW_MS) {
      began = now();
      said = new Set();
    }
    if (said.has(words) || said.size > MOST) return;
    said.add(words);
    say(said.size > MOST ? `more of that is in ${where}` : words);
  };
}
