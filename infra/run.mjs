import { spawn } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { bundle } from './tooling/bundle.mjs';
import { ownNode } from './tooling/own-node.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const [kind, ...rest] = process.argv.slice(2);

// What may be run, and whether it is one program or a folder of them.
const programs = {
  bench: { folder: 'test/bench' },
  demo: { file: 'test/demo/main.ts' },
  contract: { file: 'infra/tooling/contract-snapshot.ts' },
  golden: { file: 'test/golden/accept.ts' },
};

function fail(words) {
  console.error(words);
  process.exit(2);
}

function chosen() {
  const program = programs[kind];
  if (!program) return fail(`usage: node infra/run.mjs ${Object.keys(programs).join('|')} [NAME] [ARGS]`);
  if (program.file) return { name: kind, input: program.file, args: rest };
  const [name, ...args] = rest;
  const input = `${program.folder}/${name}.ts`;
  if (name && /^[\w-]+$/.test(name) && existsSync(join(root, input))) return { name: `${kind}-${name}`, input, args };
  const folder = join(root, program.folder);
  const names = existsSync(folder) ? readdirSync(folder).filter((file) => file.endsWith('.ts')).map((file) => file.slice(0, -3)) : [];
  return fail(`usage: npm run ${kind} -- NAME [ARGS]\nthere is: ${names.join(', ') || 'nothing yet'}`);
}

// What a program starts by itself, from beside it.
const beside = { 'bench-summary': { typeset: 'apps/worker/src/exports/documents/pdf/typeset.ts' } };

const { name, input, args } = chosen();
if (!existsSync(join(root, input))) fail(`there is no ${input}`);
const programFile = (program) => join(root, 'node_modules/.cache/yaji-run', `${program}.js`);
const file = programFile(name);
await bundle({ root, input, file });
for (const [other, from] of Object.entries(beside[name] ?? {})) await bundle({ root, input: from, file: programFile(other) });

const child = spawn(ownNode(root), ['--enable-source-maps', file, ...args], { cwd: root, stdio: 'inherit' });
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
child.on('error', (error) => fail(`could not start ${name}: ${error.message}`));
child.on('exit', (code, signal) => {
  if (!signal) process.exit(code ?? 1);
  process.removeAllListeners(signal);
  process.kill(process.pid, signal);
});
