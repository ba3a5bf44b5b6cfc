// node main.mjs <worker binary>: ends with 0 if a packet of sound went through that worker, encrypted. A process of its own,
// so that whatever the binary does, it does it to nobody else.
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { root } from '../../ground/paths.mjs';
import { throughTheWorker } from './through-the-worker.mjs';

const mediasoup = createRequire(join(root, 'package.json'))('mediasoup');

try {
  await throughTheWorker(mediasoup, process.argv[2]);
  process.exit(0);
} catch (error) {
  process.stderr.write(`${error.message}\n`);
  process.exit(1);
}
