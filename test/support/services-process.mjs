// Starts a private Postgres and Redis, says where they are in one line of JSON, and ends them when its input closes: a pipe
// closes with its parent however that ends, so nothing stays behind.
import { launchServices } from '../../infra/launch/index.mjs';

let stopping = false;
let running;
async function stop(code) {
  if (stopping) return;
  stopping = true;
  const services = await running?.catch(() => undefined);
  await services?.stop();
  process.exit(code);
}
process.stdin.resume().once('close', () => void stop(0)).once('end', () => void stop(0));
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => void stop(0));

try {
  running = launchServices();
  const { databaseUrl, redisUrl } = await running;
  process.stdout.write(`${JSON.stringify({ databaseUrl, redisUrl })}\n`);
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.stack : error}\n`);
  await stop(1);
}
