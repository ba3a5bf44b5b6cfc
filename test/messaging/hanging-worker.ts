// A worker that comes to a stand at a given kind of job of each room, and says so: to be killed there.
import type { JobName, RoomId } from '@yaji/contracts';
import { jobWorkers, openMessaging } from '@yaji/messaging';
import { evenWork } from './even-work.ts';

const [url = '', given = '{}'] = process.argv.slice(2);
const hangsAt = JSON.parse(given) as Record<RoomId, JobName>;

const messaging = openMessaging(url, (error) => { console.error(error); });
await messaging.whenThere(10_000);
const work = evenWork(async (name, { data: { roomId }, jobId }) => {
  if (hangsAt[roomId] !== name) return;
  process.stdout.write(`at ${jobId}\n`);
  await new Promise<never>(() => undefined);
});
jobWorkers({ url, work, queues: messaging.queues, news: messaging.jobNews, report: (error) => { console.error(error); }, atOnce: 8, times: { lock: 1_000, stalledLook: 200 } });
