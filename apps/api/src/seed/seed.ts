import { readFile } from 'node:fs/promises';
import { Programme, type SalonId, type SalonMade } from '@yaji/contracts';
import { checkStorage, type Configuration, createTokens, openStorage, StartFault } from '@yaji/platform';
import demonstration from '../../../../infra/seed/demo-salon.json' with { type: 'json' };
import { Refused } from '../errors.ts';
import { openDatabase } from '../ground.ts';
import { SalonService } from '../planning/salon.service.ts';

const origin = 'demonstration';
const quarterMs = 900_000;

async function withSalons<T>(configuration: Configuration, work: (salons: SalonService) => Promise<T>): Promise<T> {
  const storage = await openStorage(configuration);
  // Somebody is waiting at a terminal: he hears of everything that does not work.
  await checkStorage(storage, (fault) => { throw fault; });
  const database = await openDatabase(configuration);
  try {
    return await work(new SalonService(database, configuration, createTokens(configuration.secret), storage));
  } finally {
    await database.destroy();
  }
}

/** The demonstration salon: made the first time, and again once it is over, at the quarter of an hour that has just begun; fresh links every time. */
export const seed = (configuration: Configuration): Promise<{ salon: SalonId; links: SalonMade['links'] }> =>
  withSalons(configuration, async (salons) => {
    const before = await salons.renewLinks(origin);
    if (before) return { salon: before.salonId, links: before.links };
    const startsAt = new Date(Math.floor(Date.now() / quarterMs) * quarterMs).toISOString();
    const made = await salons.create({ ...Programme.parse(demonstration), startsAt }, origin);
    return { salon: made.salonId, links: made.links };
  });

/** A salon from a programme in a file. Throws a `StartFault` with every fault of it. */
export async function createFrom(file: string | undefined, configuration: Configuration): Promise<SalonMade> {
  if (file === undefined) throw new StartFault('Say which file: api create FILE');
  const written = await readProgramme(file);
  return withSalons(configuration, async (salons) => {
    try {
      return await salons.create(written);
    } catch (error) {
      if (error instanceof Refused) throw new StartFault([`${file} is not a programme:`, ...(error.faults ?? []).map(({ path, message }) => `  ${path}: ${message}`)].join('\n'), { cause: error });
      throw error;
    }
  });
}

async function readProgramme(file: string): Promise<unknown> {
  try {
    return JSON.parse(await readFile(file, 'utf8'));
  } catch (error) {
    throw new StartFault(`${file} cannot be read as JSON (${error instanceof Error ? error.message : String(error)}): name a programme file.`, { cause: error });
  }
}
