// The house of all journeys of a run: started before the first file and ended after the last. Each journey makes a salon of its own in it.
import { bootstrap, bootstrapContext, foundEnvironment, toTest } from '../../infra/bootstrap/index.mjs';
import { silent } from '../../infra/ground/terminal.mjs';
import { launch } from '../../infra/launch/index.mjs';

/** Jest's word for what comes before all files. Where it is, the files read in `YAJI_HOUSE`; without a browser there is none. */
export default async function open() {
  const found = await bootstrap(bootstrapContext({ terminal: silent() }), toTest);
  Object.assign(process.env, foundEnvironment(found));
  if (!found.browser) return;
  const house = await launch({ seed: false, env: { YAJI_PUSH_PRIVATE: 'allow' } });
  globalThis.closeHouse = () => house.stop();
  process.env.YAJI_HOUSE = JSON.stringify({ urls: house.urls, env: house.env });
}
