import 'reflect-metadata';
import { configurationOrExit, operatorKey, orExit, runApp, StartFault } from '@yaji/platform';
import { exportTask } from './exports/export-task.ts';
import { createFrom, seed } from './seed/seed.ts';
import { migrateDatabase } from './seed/migrate.ts';
import { serve } from './serve.ts';

const usage = 'Usage: api [serve | migrate | seed | create FILE | export SALON … | operator-key]';
const [task = 'serve', file] = process.argv.slice(2);

/** On a terminal the line is written over; elsewhere each is said once. */
let said = '';
const say = (line: string): void => {
  if (line === said) return;
  process.stderr.write(process.stderr.isTTY ? `\r\x1b[2K${line}` : `${line}\n`);
  said = line;
};
const print = (made: unknown): void => { process.stdout.write(`${JSON.stringify(made)}\n`); };

switch (task) {
  case 'serve': await runApp('api', serve); break;
  case 'migrate': await orExit(() => migrateDatabase(configurationOrExit())); break;
  case 'seed': print(await orExit(() => seed(configurationOrExit()))); break;
  case 'create': print(await orExit(() => createFrom(file, configurationOrExit()))); break;
  case 'export': {
    const path = await orExit(() => exportTask(process.argv.slice(3), configurationOrExit(), say));
    say('');
    process.stdout.write(`${path}\n`);
    break;
  }
  case 'operator-key': process.stdout.write(`${operatorKey(configurationOrExit().secret)}\n`); break;
  default: await orExit(() => Promise.reject(new StartFault(usage)));
}
