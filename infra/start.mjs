// npm start: everything from a fresh clone to links one can open. Nothing is imported before the Node is known to be new enough:
// an old one would stumble over the first import and say something nobody understands.
import { whyTooOld } from './bootstrap/node-version.mjs';

const tooOld = whyTooOld();
if (tooOld) {
  console.error(tooOld);
  process.exit(1);
}
const { start } = await import('./commands/start.mjs');
await start();
