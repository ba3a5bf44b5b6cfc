// Postgres and Redis: those that somebody names, or our own.
import { join } from 'node:path';
import { Remedy } from '../../ground/remedy.mjs';
import { asStep } from '../../ground/terminal.mjs';
import { preparePostgres } from './postgres.mjs';
import { whyPostgresIsSilent, whyRedisIsSilent } from './probes.mjs';
import { prepareRedis } from './redis.mjs';

const silent = (variable, thing, why) =>
  new Remedy(`${variable} names a ${thing} that does not answer: ${why}. Start it or correct the address; or unset ${variable} to use a private one.`);

/** Answers the address of a Postgres that answers. */
export async function bringPostgres({ house, dataDir, port, given, terminal, signal }) {
  return asStep(terminal, 'postgres', async (step) => {
    if (given.DATABASE_URL) {
      const why = await whyPostgresIsSilent(given.DATABASE_URL);
      if (why) throw silent('DATABASE_URL', 'database', why);
      return { answer: given.DATABASE_URL, detail: 'named by DATABASE_URL' };
    }
    step.doing('preparing its files');
    const { description, url, isNew, createDatabase } = await preparePostgres({ folder: join(dataDir, 'postgres'), port, signal });
    await house.start(description);
    await createDatabase();
    return { answer: url, detail: `${isNew ? 'new, ' : ''}on port ${port}` };
  });
}

/** Answers the address of a Redis that answers. */
export async function bringRedis({ house, dataDir, port, given, found, terminal }) {
  return asStep(terminal, 'redis', async () => {
    if (given.REDIS_URL) {
      const why = await whyRedisIsSilent(given.REDIS_URL);
      if (why) throw silent('REDIS_URL', 'server', why);
      return { answer: given.REDIS_URL, detail: 'named by REDIS_URL' };
    }
    const { description, url } = await prepareRedis({ folder: join(dataDir, 'redis'), port, program: found.redis });
    await house.start(description);
    return { answer: url, detail: `on port ${port}` };
  });
}
