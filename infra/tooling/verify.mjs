import { spawn } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { fingerprint } from './fingerprint.mjs';
import { ownNode } from './own-node.mjs';

const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
const CACHE = 'node_modules/.cache';

const types = (project) => ['node_modules/typescript/bin/tsc', '--pretty', String(Boolean(process.stdout.isTTY)), '-p', project];
const jest = ['--experimental-vm-modules', '--disable-warning=ExperimentalWarning', 'node_modules/jest/bin/jest.js', '--config', 'infra/tooling/jest.config.mjs'];

// The lint remembers a file by its own text alone; what types mean changes with the frame, and then it must forget.
const frame = fingerprint(root, ['package-lock.json', 'tsconfig.json', 'apps/web/tsconfig.json', 'test/tsconfig.json', 'libs/contracts', 'libs/kit']);

// In the order in which they are begun: the long ones first, so that both cores are busy to the end.
const steps = [
  { name: 'rules hold', group: 'tests', run: [[...jest, '--selectProjects', 'unit', '--maxWorkers=1', '--silent']] },
  {
    name: 'lint',
    group: 'lint',
    run: [
      [
        'node_modules/eslint/bin/eslint.js',
        ...['--config', 'infra/tooling/eslint.config.mjs', '--no-error-on-unmatched-pattern', '--max-warnings', '0'],
        ...['--cache', '--cache-strategy', 'content', '--cache-location', `${CACHE}/eslint/${frame.slice(0, 12)}/`],
        ...['apps', 'libs', 'test', 'infra'],
      ],
    ],
  },
  { name: 'types', group: 'types', run: ['.', 'test', 'apps/web', 'libs/tsconfig.pure.json'].map(types) },
  {
    name: 'the house',
    group: 'house',
    run: [['node_modules/dependency-cruiser/bin/dependency-cruiser.mjs', '--config', '.dependency-cruiser.cjs', 'apps', 'libs', 'test', 'infra']],
  },
  { name: 'nothing dead', group: 'dead', run: [['node_modules/knip/bin/knip.js', '--config', 'infra/tooling/knip.json', '--no-config-hints']] },
  { name: 'contract', group: 'contract', run: [['infra/run.mjs', 'contract']] },
  { name: 'every rule', group: 'rules', run: [['infra/tooling/rules-coverage.mjs']] },
  { name: 'catalogues', group: 'catalogues', run: [['infra/tooling/catalogue-check.mjs']] },
];

function once(args) {
  return new Promise((resolve) => {
    const child = spawn(ownNode(root), args, { cwd: root, env: { ...process.env, ...(process.stdout.isTTY ? { FORCE_COLOR: '1' } : { NO_COLOR: '1' }) } });
    let said = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (said += chunk));
    child.on('error', (error) => resolve({ code: 1, said: String(error) }));
    child.on('exit', (code) => resolve({ code: code ?? 1, said }));
  });
}

async function take({ name, run }) {
  const began = performance.now();
  let failures = '';
  for (const args of run) {
    const { code, said } = await once(args);
    if (code !== 0) failures += said;
  }
  const seconds = ((performance.now() - began) / 1000).toFixed(1).padStart(5);
  console.log(`${failures ? '✗' : '✓'} ${name.padEnd(14)} ${seconds} s`);
  if (failures) console.log(failures.trimEnd().replaceAll(/^/gm, '  '));
  return !failures;
}

async function workThrough(queue) {
  let good = true;
  for (let step = queue.shift(); step; step = queue.shift()) good = (await take(step)) && good;
  return good;
}

const asked = process.argv.slice(2);
const unknown = asked.filter((word) => !steps.some(({ group }) => group === word));
if (unknown.length) {
  console.error(`no such check: ${unknown.join(', ')} (there is ${steps.map(({ group }) => group).join(', ')})`);
  process.exit(2);
}
mkdirSync(join(root, CACHE), { recursive: true });
const queue = steps.filter(({ group }) => !asked.length || asked.includes(group));
const lanes = await Promise.all([workThrough(queue), workThrough(queue)]);
process.exitCode = lanes.every(Boolean) ? 0 : 1;
