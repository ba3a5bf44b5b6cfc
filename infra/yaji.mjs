// npm run yaji -- create FILE | export SALON … | operator-key | ops: a task of the api program beside the system that runs in this checkout;
// `ops` is the link to the page that shows how the house stands.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { root, stateFolder } from './ground/paths.mjs';
import { nodeProgram } from './launch/node-program.mjs';
import { readState } from './launch/supervise/state-file.mjs';

const state = readState(stateFolder);

/** @param {string[]} task @param {import('node:child_process').StdioOptions} stdio */
const runTask = (task, stdio) => spawnSync(nodeProgram(), [join(root, 'dist', 'api', 'main.js'), ...task], { stdio, encoding: 'utf8', env: { ...process.env, ...state.env } });

function printOpsLink() {
  const { status, stdout } = runTask(['operator-key'], ['ignore', 'pipe', 'inherit']);
  if (status === 0) process.stdout.write(`${state.env.YAJI_PUBLIC_URL}/ops#${stdout.trim()}\n`);
  return status;
}

if (state?.env) {
  const task = process.argv.slice(2);
  process.exitCode = (task[0] === 'ops' ? printOpsLink() : runTask(task, 'inherit').status) ?? 1;
} else {
  process.stderr.write('Nothing runs in this checkout, so there is no house to ask or to make a salon in. Start it first:  npm start\n');
  process.exitCode = 1;
}
