import 'reflect-metadata';
import { configurationOrExit, operatorKey, orExit, runApp, StartFault } from '@yaji/platform';
import { createFrom, seed } from './seed/seed.ts';
import { migrateDatabase } from './seed/migrate.ts';
import { serve } from './serve.ts';

const usage = 'Usage: api [serve | migrate | seed | create FILE | operator-key]';
const [task = 'serve', file] = process.argv.slice(2);

const print = (made: unknown): void => { process.stdout.write(`${JSON.stringify(made)}\n`); };

switch (task) {
  case 'serve': await runApp('api', serve); break;
  case 'migrate': await orExit(() => migrateDatabase(configurationOrExit())); break;
  case 'seed': print(await orExit(() => seed(configurationOrExit()))); break;
  case 'create': print(await orExit(() => createFrom(file, configurationOrExit()))); break;
  case 'operator-key': process.stdout.write(`${operatorKey(configurationOrExit().secret)}\n`); break;
  default: await orExit(() => Promise.reject(new StartFault(usage)));
}
