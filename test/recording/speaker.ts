import { eventually } from '../media/eventually.ts';
import { givenEncoder, type GivenEncoder } from '../media/given-encoder.ts';
import type { Losing } from '../media/encoder/losses.ts';
import type { Reel } from '../media/encoder/picture.ts';
import type { Cast } from './reels.ts';
import type { SalonHouse } from './salon-house.ts';

/** A speaker on the stage with an encoder. Instants in UTC milliseconds. */
export type Speaker = {
  /** Sends from its reel's beginning; resolves with the instant at which the way is open. Tries again while the house is not there. */
  send(losing?: Losing): Promise<number>;
  /** Resolves with the instant at which it was said. */
  stop(): Promise<number>;
  cut(): void;
};

const tryAgainMs = 100;
const patienceMs = 20_000;

export function speakerWith(house: SalonHouse, { name, codec }: Cast, reel: Reel): Speaker {
  const encoder: GivenEncoder = givenEncoder();
  return {
    send: async (losing) => {
      const key = await house.keyOf(name);
      for (const since = Date.now(); ;) {
        const posted = await encoder.publish({ ...key, codec, ...reel, ...(losing === undefined ? {} : { losing }) }).catch(String);
        if (typeof posted !== 'string' && posted.status === 201) break;
        if (Date.now() - since > patienceMs) throw new Error(`${name} cannot send: ${JSON.stringify(posted)}`);
        await new Promise((resolve) => setTimeout(resolve, tryAgainMs));
      }
      await eventually(async () => { if (await encoder.state() !== 'connected') throw new Error(`${name} is not connected`); });
      return Date.now();
    },
    stop: async () => {
      const at = Date.now();
      await encoder.end();
      return at;
    },
    cut: () => encoder.cut(),
  };
}
