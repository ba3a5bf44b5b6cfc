import type { JobName, Recorded } from '@yaji/contracts';
import { cancelledWork, hopeless, type JobRun, type Missed } from '@yaji/messaging';
import type { Log } from '@yaji/platform';
import type { Archive } from '../archive.ts';
import type { Course } from '../progress.ts';

type Ground = { archive: Pick<Archive, 'log' | 'published'>; log: Log };

/** What of a room is published in the end, and what should be and is not. */
type Stock = { published: string[]; missing: string[] };

const whatOf: Record<JobName, string> = {
  'aftermath': 'the rest', 'turn-clip': 'the clip', 'transcribe': 'what was said in a turn', 'recording-publish': 'the recording', 'recording-extras': 'sound, pictures and captions of the recording', 'minutes-render': 'the minutes',
  'room-export': 'a file to take away',
};

/**
 * The end of a room's aftermath: looks at what is published and says so in the log. Ends as cancelled where a part was; fails, with the
 * reasons, where one failed. When a part is run again, so is this.
 */
export async function takeStock(run: JobRun<'aftermath'>, { archive, log }: Ground, { tell }: Course): Promise<void> {
  const { data: { roomId, upTo } } = run;
  tell({ percent: 0, leftMs: null, step: 'stock' });
  const [record, recording, minutes, lacking] = await Promise.all([archive.log(roomId, upTo), archive.published(roomId, 'recording'), archive.published(roomId, 'minutes'), run.missed()]);
  const stock = stockOf([
    { what: 'recording', due: wasRecorded(record), there: recording !== null && recording.upTo >= upTo },
    { what: 'minutes', due: true, there: minutes !== null && minutes.upTo >= upTo },
  ]);
  log.info({ roomId, upTo, ...stock }, 'the aftermath is over');
  const failed = lacking.flatMap(({ name, why }) => (why === null ? [] : [`${whatOf[name]}: ${why}`]));
  if (failed.length > 0) throw hopeless(`could not be made: ${failed.join('; ')}`);
  if (lacking.some(isCancelled)) throw cancelledWork();
}

const isCancelled = ({ why }: Missed): boolean => why === null;

const wasRecorded = (log: readonly Recorded[]): boolean => log.some(({ type }) => type === 'RecordingStarted');

function stockOf(things: readonly { what: string; due: boolean; there: boolean }[]): Stock {
  return { published: things.filter(({ there }) => there).map(({ what }) => what), missing: things.filter(({ due, there }) => due && !there).map(({ what }) => what) };
}
