import { approveFirst, answeredAloud, closeRoom, extend, giveNext, pauseTurn, resumeTurn, startTopic } from '../../pages/desk.ts';
import { askQuestion, raiseHand, seeGreenRoom, seeTurn, upvote } from '../../pages/room.ts';
import type { Name } from './cast.ts';
import type { Held } from '../checks/verdict.ts';
import { type Act, type Direction, question } from './directions.ts';
import { heldBy } from '../evidence.ts';
import type { Troupe } from './troupe.ts';

/** `fault` ends what is to be ended; it answers when it did, UTC milliseconds. Null: nothing is. */
export type Staging = { troupe: Troupe; turnMs: number; fault: (() => number) | null; say: (line: string) => void };
/** What the play itself knows; the rest is asked of the log. */
export type Played = { faultAt: number | null; held: Held[] };

/** How long after a fault its turn goes on at least, so that its end can be heard. */
const afterFaultMs = 9_000;

const until = (at: number): Promise<void> => new Promise((resolve) => { setTimeout(resolve, Math.max(0, at - Date.now())); });

/** A pause makes a turn longer, not its speech shorter. */
const pausedMs = (cues: readonly Act[]): number => cues.reduce((sum, cue) => sum + (cue.do === 'pause' ? cue.forSeconds * 1_000 : 0), 0);

/** Plays the salon line by line, through the pages, as people would. */
export async function play(directions: readonly Direction[], staging: Staging): Promise<Played> {
  const { troupe, say } = staging;
  const desk = () => troupe.of('moderator').page;
  const played: Played = { faultAt: null, held: [] };
  let turn = 0;
  for (const line of directions) {
    switch (line.do) {
      case 'topic':
        say(`topic: ${line.topic}`);
        await startTopic(desk(), line.topic);
        break;
      case 'raise':
        await act(line, staging, played);
        break;
      case 'turn': {
        turn += 1;
        say(`turn ${turn}: ${line.who}`);
        await giveNext(desk());
        await seeTurn(troupe.of('ana').page, turn);
        const began = Date.now();
        for (const { at, ...cue } of line.meanwhile) {
          await until(began + at * staging.turnMs);
          await act(cue, staging, played);
        }
        await until(Math.max(began + staging.turnMs + pausedMs(line.meanwhile), line.meanwhile.some((cue) => cue.do === 'fault') && played.faultAt ? played.faultAt + afterFaultMs : 0));
        break;
      }
      case 'compare':
        played.held = await heldBy(line.who.map((name) => troupe.of(name)));
        break;
      case 'close':
        say('the moderator closes the salon');
        await closeRoom(desk());
        break;
    }
  }
  return played;
}

async function act(what: Act, { troupe, fault, say }: Staging, played: Played): Promise<void> {
  const page = (name: Name) => troupe.of(name).page;
  const desk = page('moderator');
  switch (what.do) {
    case 'raise':
      say(`  ${what.who} raises a hand`);
      return raiseHand(page(what.who));
    case 'pause':
      say(`  a pause of ${what.forSeconds} s`);
      await pauseTurn(desk);
      await until(Date.now() + what.forSeconds * 1_000);
      return resumeTurn(desk);
    case 'ask':
      say(`  ${what.who} asks a question`);
      return askQuestion(page(what.who), what.text);
    case 'approve':
      return approveFirst(desk);
    case 'upvote':
      return upvote(page(what.who), question);
    case 'answer-aloud':
      return answeredAloud(desk);
    case 'come':
      say(`  ${what.who} comes late`);
      await troupe.come(what.who);
      return;
    case 'drop':
      say(`  ${what.who} loses the connection`);
      return troupe.drop(what.who);
    case 'return':
      // Nobody says so before the own page does: `bench return` measures what happens when the floor is given at once.
      await seeGreenRoom((await troupe.come(what.who)).page);
      say(`  ${what.who} is back and ready to speak`);
      return;
    case 'fault':
      if (fault) played.faultAt = await strike(fault, { desk, say });
  }
}

/** Ends a program while the moderator goes on giving commands: what of them is acknowledged must be kept. */
async function strike(fault: () => number, { desk, say }: { desk: Parameters<typeof extend>[0]; say: (line: string) => void }): Promise<number> {
  for (let press = 0; press < 3; press += 1) await extend(desk);
  const at = fault();
  say('  ✂ killed');
  for (let press = 0; press < 3; press += 1) {
    await extend(desk);
    await until(Date.now() + 300);
  }
  return at;
}
