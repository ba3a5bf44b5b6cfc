// npm run reset: ends what runs in this checkout and empties .yaji, so that the next start begins with an empty house. What is built
// and what is in the cache stays.
import { whyTooOld } from './bootstrap/node-version.mjs';

const tooOld = whyTooOld();
if (tooOld) {
  console.error(tooOld);
  process.exit(1);
}
const { reset } = await import('./commands/reset.mjs');
await reset();
