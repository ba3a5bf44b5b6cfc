// npm test: prepares the machine, builds, and runs every check there is; the first that fails ends it.
import { whyTooOld } from './bootstrap/node-version.mjs';

const tooOld = whyTooOld();
if (tooOld) {
  console.error(tooOld);
  process.exit(1);
}
const { test } = await import('./commands/test.mjs');
await test();
