import { delimiter, join } from 'node:path';
import { bootstrap, foundEnvironment, toTest } from '../bootstrap/index.mjs';
import { build } from './build.mjs';
import { begin, command } from './frame.mjs';
import { onPath } from '../ground/executables.mjs';
import { root } from '../ground/paths.mjs';
import { Remedy } from '../ground/remedy.mjs';
import { elapsedMs } from './own-node.mjs';
import { endingSignal } from './signals.mjs';
import { runStage } from './stage.mjs';
import { seconds, terminal as visible } from '../ground/terminal.mjs';

// `withinMs`: many times what a stage takes on two busy cores. What takes longer hangs, and is ended and called failed.
const stages = [
  { name: 'verify', script: 'verify', withinMs: 20 * 60_000 },
  { name: 'integration', script: 'test:int', withinMs: 25 * 60_000 },
  { name: 'journeys', script: 'test:e2e', withinMs: 25 * 60_000 },
];

function npmIn(env) {
  const npm = onPath(['npm'], env);
  if (!npm) throw new Remedy('There is no npm on PATH. Install it (it comes with Node) and run this again.');
  return npm;
}

const testEnvironment = (found) => ({
  ...process.env,
  ...foundEnvironment(found),
  ...(process.stdout.isTTY ? { FORCE_COLOR: '1' } : {}),
  PATH: [join(root, 'node_modules', '.bin'), process.env.PATH].join(delimiter),
});

async function runStages({ terminal, env, signal, times }) {
  let closing = [];
  for (const { name, script, withinMs } of stages) {
    const began = performance.now();
    const result = await runStage([npmIn(env), 'run', '-s', script], { env, signal, withinMs });
    if (result.why) terminal.problem(result.why);
    closing = result.closing.length > 0 ? [...(closing.length > 0 ? [...closing, ''] : []), `${name}:`, ...result.closing] : closing;
    times.push([name, performance.now() - began]);
    if (result.code === 0) {
      terminal.line(`✓ ${name.padEnd(17)}${seconds(performance.now() - began)}`);
      continue;
    }
    const left = stages.slice(stages.findIndex((stage) => stage.name === name) + 1).map((stage) => stage.name);
    terminal.line(`✗ ${name} failed${left.length > 0 ? `, so ${left.join(' and ')} did not run` : ''}. To run it alone:  npm run ${script}`);
    return { code: result.code, closing };
  }
  return { code: 0, closing };
}

async function run({ terminal, signal }) {
  const { context, exitCode } = await begin({ terminal, signal });
  if (!context) return exitCode;
  const found = await bootstrap(context, toTest);
  const prepared = elapsedMs();
  await build({ terminal, signal });
  const times = [
    ['bootstrap', prepared],
    ['build', elapsedMs() - prepared],
  ];
  const { code, closing } = await runStages({ terminal, env: testEnvironment(found), signal, times });
  times.push(['in all', elapsedMs()]);
  terminal.line(`\n${times.map(([name, ms]) => `${name} ${seconds(ms)}`).join(' · ')}`);
  if (!found.browser) terminal.problem('NO BROWSER was found: the journeys were SKIPPED, not passed.');
  if (closing.length > 0) terminal.line(`\n${closing.join('\n')}`);
  return code;
}

export async function test() {
  const terminal = visible();
  const signal = endingSignal();
  await command(() => run({ terminal, signal }), { signal });
}
