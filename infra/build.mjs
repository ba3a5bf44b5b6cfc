import { spawn } from 'node:child_process';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { withLock } from './ground/lock.mjs';
import { fingerprint } from './tooling/fingerprint.mjs';
import { ownNode } from './tooling/own-node.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const stampFile = join(root, 'dist/.stamp');
const force = process.argv.includes('--force');
const always = ['package-lock.json', 'tsconfig.json', 'infra/build.mjs', 'infra/tooling/bundle.mjs'];

/** `beside`: further programs of an app, by name and source. */
const program = (app, beside = {}) => ({
  name: app,
  reads: [`apps/${app}`, 'libs', ...always],
  needs: `apps/${app}/src/main.ts`,
  makes: `dist/${app}/main.js`,
  async build() {
    const { bundle } = await import('./tooling/bundle.mjs');
    await bundle({ root, input: `apps/${app}/src/main.ts`, file: join(root, `dist/${app}/main.js`), startsFast: true });
    for (const [name, input] of Object.entries(beside)) await bundle({ root, input, file: join(root, `dist/${app}/${name}.js`) });
  },
});

const page = {
  name: 'web',
  reads: ['apps/web', 'libs/kit', 'libs/contracts', 'libs/salon', ...always],
  needs: 'apps/web/index.html',
  makes: 'dist/web/index.html',
  build: () => run(ownNode(root), ['node_modules/vite/bin/vite.js', 'build', 'apps/web', '--logLevel', 'warn']),
};

function run(command, args) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd: root, stdio: ['ignore', 'inherit', 'inherit'] });
    child.on('error', reject);
    child.on('exit', (code) => (code === 0 ? resolve() : reject(new Error(`${args[0]} ended with ${code}`))));
  });
}

function readStamp() {
  if (force || !existsSync(stampFile)) return {};
  try {
    return JSON.parse(readFileSync(stampFile, 'utf8'));
  } catch {
    return {}; // a stamp cut short by a stopped build says nothing: build again
  }
}

const say = (part, words) => console.log(`  ${part.name.padEnd(8)} ${words}`);

async function make(part, stamp) {
  if (!existsSync(join(root, part.needs))) return say(part, `skipped: no ${part.needs}`);
  const print = fingerprint(root, part.reads);
  if (stamp[part.name] === print && existsSync(join(root, part.makes))) return say(part, 'unchanged');
  const began = performance.now();
  rmSync(join(root, 'dist', part.name), { recursive: true, force: true });
  await part.build();
  stamp[part.name] = print;
  say(part, `built in ${((performance.now() - began) / 1000).toFixed(1)} s`);
}

const asked = process.argv.slice(2).filter((word) => !word.startsWith('-'));
const programs = [program('api'), program('media'), program('worker', { typeset: 'apps/worker/src/exports/documents/pdf/typeset.ts', listen: 'apps/worker/src/speech/pocketsphinx/listen.ts' })];
const parts = [page, ...programs].filter(({ name }) => !asked.length || asked.includes(name));

async function makeAll() {
  const stamp = readStamp();
  // Each part is finished before failure is reported, so that one broken app does not leave another half written.
  const ends = await Promise.allSettled(parts.map((part) => make(part, stamp)));
  writeFileSync(stampFile, JSON.stringify(stamp, null, 2));
  return ends;
}

// Two that build at once would clear away each other's work: the second waits, and finds everything unchanged.
const ends = await withLock(join(root, 'dist/.lock'), makeAll);
ends.forEach((end, at) => {
  if (end.status === 'rejected') console.error(`  ${parts[at].name.padEnd(8)} failed: ${end.reason?.message ?? end.reason}`);
});
process.exitCode = ends.some(({ status }) => status === 'rejected') ? 1 : 0;
