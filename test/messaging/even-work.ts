import type { JobName } from '@yaji/contracts';
import type { JobRun, JobWork } from '@yaji/messaging';

type AnyRun = JobRun<JobName>;

/** Every kind of job done by the same function. */
export const evenWork = (work: (name: JobName, run: AnyRun) => Promise<void>): JobWork => ({
  'aftermath': (run) => work('aftermath', run), 'turn-clip': (run) => work('turn-clip', run), 'transcribe': (run) => work('transcribe', run), 'recording-publish': (run) => work('recording-publish', run),
  'recording-extras': (run) => work('recording-extras', run), 'minutes-render': (run) => work('minutes-render', run),
  'room-export': (run) => work('room-export', run),
});
