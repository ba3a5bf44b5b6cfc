import { hopeless, type JobRun, type JobWork } from '@yaji/messaging';
import type { JobName } from '@yaji/contracts';
import type { Log, Storage } from '@yaji/platform';
import type { Archive } from '../archive.ts';
import { makeExport } from '../exports/make-export.ts';
import type { Shelf } from '../exports/shelf.ts';
import { renderMinutes } from '../minutes/render-minutes.ts';
import type { Course, Told } from '../progress.ts';
import { makeClip } from '../recording/clip.ts';
import { makeExtras } from '../recording/extras.ts';
import { ProgramFailed } from '../recording/program.ts';
import { publishRecording } from '../recording/publish-recording.ts';
import type { Transcriber } from '../speech/transcriber.ts';
import { transcribeTurn } from '../speech/turn/transcribe-turn.ts';
import type { Model } from '../summary/telling/ask-model.ts';
import type { Bookshelf } from '../written/bookshelf.ts';
import { takeStock } from './take-stock.ts';

export type Bench = {
  archive: Archive; storage: Storage; dataDir: string; ffmpeg: string; log: Log; transcribers: readonly Transcriber[];
  shelf: Shelf; bookshelf: Bookshelf; publicUrl: string; model: Model | null;
};

/** A desk does not look more often. Milliseconds. */
const tellEveryMs = 500;

/** How each job is done. A name of the Jobs map that is missing here does not compile. */
export const workOn = (bench: Bench): JobWork => ({
  'aftermath': (run) => timed(run, bench.log, (course) => takeStock(run, bench, course)),
  'turn-clip': (run) => timed(run, bench.log, (course) => makeClip(run.data, bench, course)),
  'transcribe': (run) => timed(run, bench.log, (course) => transcribeTurn(run.data, bench, course)),
  'recording-publish': (run) => timed(run, bench.log, (course) => publishRecording(run.data, bench, course)),
  'recording-extras': (run) => timed(run, bench.log, (course) => makeExtras(run.data, bench, course)),
  'room-export': (run) => timed(run, bench.log, (course) => makeExport(run.data, bench, course)),
  'minutes-render': (run) => timed(run, bench.log, (course) => renderMinutes(run.data, bench, course)),
});

async function timed<N extends JobName>(run: JobRun<N>, log: Log, work: (course: Course) => Promise<void>): Promise<void> {
  const { jobId, attempt, signal } = run;
  const startedAt = Date.now();
  try {
    await work({ signal, now: Date.now, tell: seldom((told) => void run.tell(told)) });
    log.info({ jobId, attempt, tookMs: Date.now() - startedAt }, 'done');
  } catch (failure) {
    if (failure instanceof ProgramFailed && failure.isAbsent) throw hopeless(`${failure.message}: install ffmpeg, or set YAJI_FFMPEG to it, and try again`);
    throw failure;
  }
}

/** Passes on what is new of its step, or half a second newer. */
function seldom(tell: (told: Told) => void): (told: Told) => void {
  let last: { at: number; step: string } | null = null;
  return (told) => {
    const at = Date.now();
    if (last && last.step === told.step && at - last.at < tellEveryMs) return;
    last = { at, step: told.step };
    tell(told);
  };
}
