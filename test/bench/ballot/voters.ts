import { randomBytes, randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import type { Ack, BallotId, BoardLine, Joined, PollId, RoomId } from '@yaji/contracts';
import { lightSocket, type LightSocket } from './light-socket.ts';

export type Guest = Pick<Joined, 'token' | 'participantId'> & { n: number };
export type Seating = { url: string; roomId: RoomId; guests: Guest[] };
/** Number n speaks at its place in a span that begins at `at`, UTC milliseconds, and in which `of` speak in all. */
type Span = { at: number; withinMs: number; of: number };
export type VotersOrder = { seat: Seating } | { vote: Span & { ballotId: BallotId } } | { answer: Span & { pollId: PollId } } | { untilClosedWithinMs: number };

/**
 * `taken`: what was acknowledged of the votes of one person, at most one; `refused`: why the first was not. `second`: what became of one more,
 * where it was tried. Times in UTC milliseconds with fractions.
 */
export type Voted = { dueAt: number; ackedAt: number; taken: Pick<BoardLine, 'tracker' | 'choice'>[]; refused: string | null; second: string | null; said: number };
export type Answered = { dueAt: number; ackedAt: number; choice: string; refused: string | null };
export type VotersWord = { seated: number } | { voted: Voted[] } | { answered: Answered[] } | { toldAt: number } | { failed: string };

type Voter = { socket: LightSocket; n: number; participantId: Joined['participantId']; roomId: RoomId };
type Saying = { refused: string | null; said: number };

export const nowMs = (): number => performance.timeOrigin + performance.now();
const abreast = 25;
const tries = 5;
/** Longer than any server may take. */
const lostMs = 10_000;

/** One in twenty loses the answer and says the same again; one in fifty tries to vote once more. */
const isUnlucky = (n: number): boolean => n % 20 === 7;
const isGreedy = (n: number): boolean => n % 50 === 3;
/** Half of either do so in the same breath, the others after the answer. */
const isHasty = (n: number): boolean => Math.floor(n / 100) % 2 === 0;

const choices = ['yes', 'no', 'yes', 'abstain', 'no', 'yes', 'yes'];
const choiceOf = (n: number): string => choices[n % choices.length] ?? 'yes';
const newTracker = (): string => randomBytes(16).toString('hex');

/** Under load a door may be too slow; every client tries again. */
async function sit({ url, roomId }: Omit<Seating, 'guests'>, { token, participantId, n }: Guest): Promise<Voter> {
  for (let tried = 1; ; tried += 1) {
    try {
      return { socket: await lightSocket(`${url}/live`, { token, roomId }), n, participantId, roomId };
    } catch (error) {
      if (tried === tries) throw error;
    }
  }
}

async function seatAll({ guests, ...where }: Seating): Promise<Voter[]> {
  const voters: Voter[] = [];
  const waiting = guests.values();
  await Promise.all(Array.from({ length: abreast }, async () => {
    for (const guest of waiting) voters.push(await sit(where, guest));
  }));
  return voters;
}

const say = (voter: Voter, message: string, words: object): Promise<Ack | null> =>
  voter.socket.io.timeout(lostMs).emitWithAck(message, words).catch((): null => null) as Promise<Ack | null>;

/** As the pages do: what nobody acknowledged is said again, under the same number. */
async function insist(voter: Voter, message: string, words: object): Promise<Saying> {
  for (let said = 1; ; said += 1) {
    const ack = await say(voter, message, words);
    const refused = ack === null ? 'no answer' : ack.ok ? null : ack.refusal.code;
    if ((refused !== 'no answer' && refused !== 'socket/unavailable') || said === tries) return { refused, said };
  }
}

/** The moment at which it is this person's turn to speak, waited for. */
async function due({ n }: Voter, { at, withinMs, of }: Span): Promise<number> {
  const dueAt = at + (n * withinMs) / of;
  await wait(Math.max(0, dueAt - nowMs()));
  return dueAt;
}

/** The unlucky lose the answer, and say the same again. */
async function putSurely(n: number, put: () => Promise<Saying>): Promise<Saying> {
  if (!isUnlucky(n)) return put();
  const lost = put();
  if (!isHasty(n)) await lost;
  const { refused, said } = await put();
  return { refused, said: said + (await lost).said };
}

/** Times count from when the vote was due, so that a crowd that is late is not taken for a server that is quick. */
async function vote(voter: Voter, { ballotId, ...span }: Span & { ballotId: BallotId }): Promise<Voted> {
  const { n, participantId } = voter;
  const [first, second] = [choiceOf(n), 'no'].map((choice) => ({ tracker: newTracker(), choice })) as [Voted['taken'][0], Voted['taken'][0]];
  const put = (one: Voted['taken'][0]): Promise<Saying> => insist(voter, 'vote', { ballotId, elector: participantId, ...one });
  const dueAt = await due(voter, span);
  const putting = putSurely(n, () => put(first));
  const hasty = isGreedy(n) && isHasty(n) ? put(second) : null;
  const { refused, said } = await putting;
  const ackedAt = nowMs();
  const more = isGreedy(n) ? await (hasty ?? put(second)) : null;
  const taken = [...(refused === null ? [first] : []), ...(more?.refused === null ? [second] : [])];
  return { dueAt, ackedAt, taken, refused, second: more && (more.refused ?? 'taken'), said };
}

async function answer(voter: Voter, { pollId, ...span }: Span & { pollId: PollId }): Promise<Answered> {
  const choice = choiceOf(voter.n);
  const dueAt = await due(voter, span);
  const { refused } = await insist(voter, 'command', { commandId: randomUUID(), roomId: voter.roomId, type: 'poll.answer', data: { pollId, answer: { options: [choice] } } });
  return { dueAt, ackedAt: nowMs(), choice, refused };
}

/** When the last of them was told the result. */
async function lastTold(voters: readonly Voter[], withinMs: number): Promise<number> {
  const times = await Promise.all(voters.map(({ socket }) => Promise.race([socket.closedAt, wait(withinMs, null)])));
  if (times.includes(null)) throw new Error(`${times.filter((at) => at === null).length} voters were not told the result`);
  return Math.max(...times.map(Number));
}

/** A part of the electorate in a process of its own. */
export function voters(): void {
  const here: Voter[] = [];
  const carryOut = async (order: VotersOrder): Promise<VotersWord> => {
    if ('seat' in order) {
      here.push(...await seatAll(order.seat));
      return { seated: here.length };
    }
    if ('vote' in order) return { voted: await Promise.all(here.map((voter) => vote(voter, order.vote))) };
    if ('answer' in order) return { answered: await Promise.all(here.map((voter) => answer(voter, order.answer))) };
    return { toldAt: await lastTold(here, order.untilClosedWithinMs) };
  };
  process.on('message', (order: VotersOrder) => {
    void carryOut(order).catch((error: unknown): VotersWord => ({ failed: String(error) })).then((word) => process.send?.(word));
  });
  process.on('disconnect', () => process.exit(0));
}
