// Logs live for ever: an event may gain a field, never lose or narrow one. The shapes of every command and event are kept
// beside the contracts and compared on each run; `--write` accepts what was added.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { commandSchemas, eventSchemas } from '@yaji/contracts';
import { z } from 'zod';
import { narrowings, type Schema } from './contract-narrowing.ts';

type Shapes = Record<string, Schema>;
type Snapshot = { commands: Shapes; events: Shapes };

const FILE = 'libs/contracts/contract.snapshot.json';

const shapesOf = (schemas: Record<string, z.ZodType>): Shapes =>
  Object.fromEntries(
    Object.entries(schemas)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, schema]) => [name, z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any', reused: 'inline' }) as Schema]),
  );

const told = (snapshot: Snapshot): string => `${JSON.stringify(snapshot, null, 1)}\n`;

const now: Snapshot = { commands: shapesOf(commandSchemas), events: shapesOf(eventSchemas) };
const kept = existsSync(FILE) ? (JSON.parse(readFileSync(FILE, 'utf8')) as Snapshot) : { commands: {}, events: {} };

const broken = Object.entries(kept.events).flatMap(([name, before]) => {
  const after = now.events[name];
  return after ? narrowings(before, after, name) : [`${name}: the event is gone`];
});

if (broken.length > 0) {
  console.error(`Old logs could no longer be read. Give a changed meaning a new name:\n${broken.map((line) => `  ${line}`).join('\n')}`);
  process.exit(1);
}
if (process.argv.includes('--write')) writeFileSync(FILE, told(now));
else if (told(kept) !== told(now)) {
  console.error('The contract has grown. If that is meant, keep it: npm run contract:accept');
  process.exit(1);
}
console.log(`${Object.keys(now.commands).length} commands, ${Object.keys(now.events).length} events`);
