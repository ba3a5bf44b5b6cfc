import { afterAll, jest } from '@jest/globals';
import { startServices, type Services } from './start-services.ts';

// Making a database takes seconds, and on a machine that is busy with others' work now and then a minute.
jest.setTimeout(180_000);

let started: Promise<Services> | null = null;

/** The Postgres and Redis of this test file: started when first asked for, stopped after its last test. */
export const services = (): Promise<Services> => (started ??= startServices());

export const freshDatabase = async (): Promise<string> => (await services()).freshDatabase();

afterAll(async () => {
  await (await started)?.stop();
});
