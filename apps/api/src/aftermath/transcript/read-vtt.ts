import { type Problem, text } from '@yaji/contracts';
import { err, ok, type Result } from '@yaji/kit';
import webvtt from 'node-webvtt';

/** What is shown from when to when; milliseconds. */
export type Cue = { fromMs: number; toMs: number; text: string };
type Faults = NonNullable<Problem['faults']>;
type Block = { line: number; text: string };

const words = text(2_000);
/** So many faults tell enough of a file that is something else. */
const mostFaults = 20;

/**
 * The cues of a WebVTT file in the order of time, or every fault with its line (from 1). Comments, styles and markup are left out: what was
 * said is kept, not how it looked.
 */
export function readVtt(file: string): Result<Cue[], Faults> {
  const [head, ...blocks] = blocksOf(file.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n'));
  const fault = head ? faultOf(() => webvtt.parse(head.text, { meta: true })) : 'This is no WebVTT file: it is empty.';
  if (fault !== null) return err([{ path: 'line 1', message: fault }]);
  const read = blocks.filter(({ text: block }) => !/^(NOTE|STYLE|REGION)\b/.test(block)).map(cueOf);
  const faults = read.flatMap((one) => (one.ok ? [] : [one.error]));
  if (faults.length > 0) return err(faults.slice(0, mostFaults));
  return ok(read.flatMap((one) => (one.ok && one.value !== null ? [one.value] : [])).sort((one, other) => one.fromMs - other.fromMs));
}

/** What stands between blank lines, and on which line it begins. */
function blocksOf(file: string): Block[] {
  const blocks: Block[] = [];
  let open: string[] = [];
  const lines = [...file.split('\n'), ''];
  lines.forEach((line, n) => {
    if (line.trim() !== '') {
      open.push(line);
      return;
    }
    if (open.length > 0) blocks.push({ line: n - open.length + 1, text: open.join('\n') });
    open = [];
  });
  return blocks;
}

/** A block alone, so that the parser's word about it has a line. Null: a cue that says nothing. */
function cueOf({ line, text: block }: Block): Result<Cue | null, Faults[number]> {
  try {
    const [cue] = webvtt.parse(`WEBVTT\n\n${block}`).cues;
    const said = cue ? words.safeParse(plain(cue.text)) : null;
    if (!cue || !said || plain(cue.text) === '') return ok(null);
    if (!said.success) return err({ path: `line ${line}`, message: 'The text of a cue has at most 2,000 characters.' });
    return ok({ fromMs: Math.round(cue.start * 1_000), toMs: Math.round(cue.end * 1_000), text: said.data });
  } catch (error) {
    return err({ path: `line ${line}`, message: saidBy(error) });
  }
}

function faultOf(read: () => unknown): string | null {
  try {
    read();
    return null;
  } catch (error) {
    return saidBy(error);
  }
}

/** The parser counts within what it was given: that number would mislead. */
const saidBy = (error: unknown): string => `${(error as Error).message.replace(/ \(cue #\d+\)/, '')}.`;

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', nbsp: ' ', lrm: '', rlm: '' };

const plain = (cue: string): string => cue.replace(/<[^>]*>/g, '').replace(/&(amp|lt|gt|nbsp|lrm|rlm);/g, (_, name: string) => entities[name] ?? '').replace(/\s+/g, ' ').trim();
