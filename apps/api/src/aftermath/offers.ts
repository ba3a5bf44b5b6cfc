import type { Aftermath, JobProgress, RecordingOffer } from '@yaji/contracts';
import type { ExtrasDetail, Publication, RecordingDetail, StoredClip } from '@yaji/persistence';

type Kept = { published: readonly Publication[]; clips: readonly StoredClip[]; jobs: JobProgress[] };
type Link = (fileId: string) => Promise<string>;

/** What is kept of a room, as it is offered: with links, and nothing of an earlier recording. */
export async function aftermathOf({ published, clips, jobs }: Kept, link: Link): Promise<Aftermath> {
  const film = published.find((one) => one.kind === 'recording');
  const extras = published.find((one) => one.kind === 'extras');
  const minutes = published.find((one) => one.kind === 'minutes');
  return {
    recording: film ? await offerOf(film, extras?.detail.of === film.fileId ? extras : null, link) : null,
    clips: await Promise.all(clips.filter((clip) => isOffered(clip, film?.detail)).map(async ({ turn, fileId, detail }) => ({ turn, ...detail, url: await link(fileId) }))),
    minutes: minutes ? { url: await link(minutes.fileId) } : null,
    jobs,
  };
}

/** Whoever was left out of the recording is not offered in a clip that was made before. */
const isOffered = ({ number }: StoredClip, film: RecordingDetail | undefined): boolean => (film?.order?.without ?? []).length === 0 || number === film?.number;

type Film = Extract<Publication, { kind: 'recording' }>;
type Extras = { fileId: string; detail: ExtrasDetail };

async function offerOf({ fileId, detail }: Film, extras: Extras | null, link: Link): Promise<RecordingOffer> {
  const { durationMs, startedAt, chapters, missing = [], pieces, bytes = 0, order = null } = detail;
  return {
    url: await link(fileId), bytes, durationMs, startedAt, chapters, missing, order,
    pieces: pieces ?? [{ offsetMs: 0, durationMs, fromAt: startedAt }],
    sound: extras && { url: await link(extras.fileId), bytes: extras.detail.soundBytes },
    captions: await Promise.all((extras?.detail.captions ?? []).map(async (caption) => ({ language: caption.language, url: await link(caption.fileId) }))),
    poster: extras?.detail.poster ? await link(extras.detail.poster) : null,
    sprite: extras?.detail.sprite ? await spriteOf(extras.detail.sprite, link) : null,
  };
}

const spriteOf = async ({ fileId, ...shape }: NonNullable<ExtrasDetail['sprite']>, link: Link): Promise<NonNullable<RecordingOffer['sprite']>> => ({ ...shape, url: await link(fileId) });
