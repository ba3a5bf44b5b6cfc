import type { Told } from '@yaji/contracts';
import type { Losing } from '../media/encoder/losses.ts';
import { closeAndDamage, type Published, published } from './damaged-film.ts';
import { type Cast, reelOf } from './reels.ts';
import { openSalonHouse, type SalonHouse } from './salon-house.ts';
import { type Speaker, speakerWith } from './speaker.ts';

export const cast = {
  ann: { name: 'ann', hertz: 440, codec: 'vp8', colour: 'red' },
  bob: { name: 'bob', hertz: 1_000, codec: 'vp8', colour: 'blue' },
  cat: { name: 'cat', hertz: 700, codec: 'h264', colour: 'green' },
} as const satisfies Record<string, Cast>;
export type Name = keyof typeof cast;

/** What the play knows; the rest is in the log. Instants in UTC milliseconds. */
export type Played = Published & { log: Told[]; visits: { from: number; to: number }[]; killedAt: number; backAt: number };
/** `scale` 1: ten minutes; less: everything comes sooner. */
export type Play = { folder: string; scale: number; hold: (undo: () => void | Promise<void>) => void; say: (line: string) => void };

/** So long before its turn a speaker comes onto the stage. */
const leadMs = 4_000;
export const visitCount = (scale: number): number => Math.max(2, Math.round(10 * scale));
/** The captions that are brought in while the room goes on: seconds since the recording began. */
export const spoken = (scale: number): { at: number; text: string }[] =>
  [{ at: 10, text: 'first' }, { at: 200, text: 'third' }, { at: 300, text: 'unrecorded' }, { at: 570, text: 'last' }].map(({ at, text }) => ({ at: at * scale, text }));

const clock = (ms: number): string => new Date(ms).toISOString().slice(11, 23);

/** Plays a salon in which everything happens that may happen to a recording, in a house of its own, and brings its film into the folder. */
export async function playTenMinutes({ folder, scale, hold, say }: Play): Promise<Played> {
  const longestTurn = 95 * scale;
  const length = { seconds: Math.ceil(longestTurn + leadMs / 1_000 + 5) };
  say('encoding what three speakers send');
  const growsAfter = 40 * scale + leadMs / 1_000;
  const [annReel, bobReel, catReel] = [await reelOf(folder, cast.ann, { ...length, growsAfter }), await reelOf(folder, cast.bob, length), await reelOf(folder, cast.cat, length)];
  say('starting a house');
  const house = await openSalonHouse(Object.keys(cast));
  hold(() => house.stop());
  const speakers = { ann: speakerWith(house, cast.ann, annReel), bob: speakerWith(house, cast.bob, bobReel), cat: speakerWith(house, cast.cat, catReel) } satisfies Record<Name, Speaker>;
  for (const { cut } of Object.values(speakers)) hold(cut);
  return new TenMinutes({ folder, scale, say, house, speakers }).play();
}

type Stage = Omit<Play, 'hold'> & { house: SalonHouse; speakers: Record<Name, Speaker> };

class TenMinutes {
  private zero = 0;
  private turn = 0;

  constructor(private readonly stage: Stage) {}

  async play(): Promise<Played> {
    const { house, speakers } = this.stage;
    this.zero = Date.now() + leadMs;
    await house.say('agenda.startTopic', { itemId: 'table', topicId: 'one' });
    await this.comes('ann', 5);
    await this.at(0, 'the recording begins', () => house.say('recording.start', {}));
    await this.grants('ann', 5);
    await this.captions();
    await this.comes('bob', 95, 'sound');
    await this.grants('bob', 95);
    await this.leaves('ann');
    await this.at(120, 'a pause', () => house.say('floor.pause', { turn: this.turn }));
    await this.at(130, 'the turn goes on', () => house.say('floor.resume', { turn: this.turn }));
    await this.comes('cat', 190);
    await this.grants('cat', 190);
    await this.leaves('bob');
    const visits = await this.comesAndGoes();
    await this.ends(280);
    await this.leaves('cat');
    await this.at(285, 'the recording stops', () => house.say('recording.stop', {}));
    await this.at(315, 'the recording begins again', () => house.say('recording.start', {}));
    await this.comes('ann', 320);
    await this.grants('ann', 320);
    const killedAt = await this.at(350, 'the media program is killed', async () => {
      if (!house.system.children.media?.kill('SIGKILL')) throw new Error('there is no media program');
    });
    const backAt = await speakers.ann.send();
    this.stage.say(`  the speaker is back after ${backAt - killedAt} ms`);
    await this.comes('bob', 400, 'key-pictures');
    await this.grants('bob', 400);
    await this.leaves('ann');
    await this.ends(490);
    await this.leaves('bob');
    await this.comes('cat', 560);
    await this.grants('cat', 560);
    const { worker } = house.system.children;
    await this.at(597, 'the worker stands still', async () => { worker?.kill('SIGSTOP'); });
    await this.ends(598);
    const damaged = await closeAndDamage(house, house.idOf('cat'), this.stage.say);
    return { ...await published(this.stage, damaged), log: await house.log(), visits, killedAt, backAt };
  }

  /** Does it at that second of the script; answers when it was done. */
  private async at(second: number, line: string, act: () => Promise<unknown>, earlierMs = 0): Promise<number> {
    await new Promise((resolve) => setTimeout(resolve, Math.max(0, this.zero + second * 1_000 * this.stage.scale - earlierMs - Date.now())));
    this.stage.say(`${((Date.now() - this.zero) / 1_000).toFixed(1).padStart(6)} s  ${line}`);
    const at = Date.now();
    await act();
    return at;
  }

  private comes(name: Name, turnAt: number, losing?: Losing): Promise<number> {
    const { house, speakers } = this.stage;
    return this.at(turnAt, `${name} comes onto the stage${losing ? `, losing ${losing}` : ''}`, async () => {
      await house.say('stage.bring', { participantId: house.idOf(name) });
      await speakers[name].send(losing);
    }, leadMs);
  }

  private async leaves(name: Name): Promise<void> {
    const { house, speakers } = this.stage;
    await speakers[name].stop();
    await house.say('stage.dismiss', { participantId: house.idOf(name) });
  }

  private async grants(name: Name, second: number): Promise<void> {
    const { house } = this.stage;
    await this.at(second, `${name} has the floor`, () => house.say('floor.grantTo', { participantId: house.idOf(name), afterTurn: this.turn }));
    this.turn += 1;
  }

  private async ends(second: number): Promise<void> {
    await this.at(second, 'the turn ends', () => this.stage.house.say('floor.end', { turn: this.turn }));
  }

  /** The producer leaves and returns. It was here already when its turn began. */
  private async comesAndGoes(): Promise<Played['visits']> {
    const { scale, speakers: { cat } } = this.stage;
    const [count, every] = [visitCount(scale), 90 / visitCount(scale)];
    const visits: Played['visits'] = [];
    let from = this.zero + 190_000 * scale;
    for (let visit = 1; visit <= count; visit += 1) {
      if (visit === count) {
        visits.push({ from, to: this.zero + 280_000 * scale });
        break;
      }
      let to = 0;
      await this.at(190 + visit * every, `cat leaves and returns (${visit})`, async () => {
        to = await cat.stop();
        visits.push({ from, to });
        from = await cat.send();
      }, 1_000);
    }
    return visits;
  }

  private async captions(): Promise<void> {
    const { house, scale } = this.stage;
    const log = await house.log();
    const [opened, begun] = [log[0]?.at ?? 0, log.find(({ type }) => type === 'RecordingStarted')?.at ?? 0];
    const cues = spoken(scale).map(({ at, text }) => `${clock(begun - opened + at * 1_000)} --> ${clock(begun - opened + at * 1_000 + 500)}\n${text}`);
    await house.bring('en', ['WEBVTT', ...cues].join('\n\n'));
  }
}
