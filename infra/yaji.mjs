// npm run yaji -- create FILE | operator-key: a task of the api program beside the system that runs in this checkout.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { root, stateFolder } from './ground/paths.mjs';
import { nodeProgram } from './launch/node-program.mjs';
import { readState } from './launch/supervise/state-file.mjs';

const state = readState(stateFolder);
if (state?.env) {
  const { status } = spawnSync(nodeProgram(), [join(root, 'dist', 'api', 'main.js'), ...process.argv.slice(2)], { stdio: 'inherit', env: { ...process.env, ...state.env } });
  process.exitCode = status ?? 1;
} else {
  process.stderr.write('Nothing runs in this checkout, so there is no house to make a salon in. Start it first:  npm start\n');
  process.exitCode = 1;
}
