import { afterAll } from '@jest/globals';
import { startServices, type Services } from './start-services.ts';

let started: Promise<Services> | null = null;

/** The Postgres and Redis of this test file: started when first asked for, stopped after its last test. */
export const services = (): Promise<Services> => (started ??= startServices());

export const freshDatabase = async (): Promise<string> => (await services()).freshDatabase();

afterAll(async () => {
  await (await started)?.stop();
});
