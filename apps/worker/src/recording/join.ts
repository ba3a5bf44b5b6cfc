import { randomUUID } from 'node:crypto';
import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { BREATH_MS, type Cut, type EditList, textIn } from '@yaji/chronicle';
import type { Language } from '@yaji/contracts';
import { gainsFor, voicesOf } from './loudness/voices.ts';
import { attempt, ProgramFailed } from './program.ts';
import { ffmpeg, probeBeside, type Studio } from './studio.ts';

/** ffmpeg's metadata file: these five mean something in it. */
const quoted = (text: string): string => text.replace(/[=;#\\\n]/g, '\\$&');

type Marked = { title: string; offsetMs: number; durationMs: number };

/**
 * Chapters of the file; ffmpeg wants a time base and both ends. In an MP4 a chapter lasts until the next one begins and the first begins
 * with the file, so that where a title card is shown (CH11), and before the first turn, there is one with the topic's name or the salon's.
 */
export function metadataOf(list: EditList): string {
  const title = textIn(list.title, languageOf(list)) ?? '';
  const chapters = withTitleCards(list, title).map(({ title: name, offsetMs, durationMs }) =>
    `[CHAPTER]\nTIMEBASE=1/1000\nSTART=${offsetMs}\nEND=${offsetMs + durationMs}\ntitle=${quoted(name)}\n`);
  return `;FFMETADATA1\ntitle=${quoted(title)}\n${chapters.join('')}`;
}

const languageOf = ({ languages }: Pick<EditList, 'languages'>): string => languages[0] ?? 'en';

function withTitleCards(list: EditList, title: string): Marked[] {
  const marked: Marked[] = [];
  let at = 0;
  for (const chapter of list.chapters) {
    if (chapter.offsetMs - at > (marked.length === 0 ? 0 : BREATH_MS)) marked.push(...titleCards(list, title, { from: at, to: chapter.offsetMs }));
    marked.push(chapter);
    at = chapter.offsetMs + chapter.durationMs;
  }
  return marked.length > 0 && list.durationMs - at > BREATH_MS ? [...marked, ...titleCards(list, title, { from: at, to: list.durationMs })] : marked;
}

/** One for each topic that is shown in this time. */
function titleCards(list: EditList, title: string, { from, to }: { from: number; to: number }): Marked[] {
  const cards: Marked[] = [];
  for (const { offsetMs, scene } of list.cuts.filter((cut) => cut.offsetMs >= from && cut.offsetMs < to)) {
    const topic = scene.kind === 'turn' ? null : textIn(scene.topic ?? scene.item, languageOf(list));
    const name = topic ?? title;
    if (cards.at(-1)?.title !== name) cards.push({ title: name, offsetMs, durationMs: 0 });
  }
  const named = cards.length > 0 ? cards : [{ title, offsetMs: from, durationMs: 0 }];
  return named.map((card, index) => {
    const offsetMs = index === 0 ? from : card.offsetMs;
    return { ...card, offsetMs, durationMs: (named[index + 1]?.offsetMs ?? to) - offsetMs };
  });
}

/** What a film is put together from: cuts with their files, one after the other; ffmpeg's metadata; captions as WebVTT. */
export type Montage = { cuts: readonly Cut[]; files: readonly string[]; metadata: string; captions: readonly { language: Language; vtt: string }[] };

/** How far the file may differ from its cuts: the last sound packet, and rounding. Milliseconds. */
const tolerableMs = 200;
/** Of full scale: 1.5 dB below, so that what the codec adds is not clipped. */
const ceiling = 0.841;

/** Three letters, as an MP4 wants them (ISO 639-2). */
const threeLetters: Readonly<Record<string, string>> = {
  ar: 'ara', de: 'deu', en: 'eng', es: 'spa', fr: 'fra', it: 'ita', ja: 'jpn', ko: 'kor', pt: 'por', ru: 'rus', zh: 'zho',
};
const lettersOf = (language: Language): string => threeLetters[language.split('-')[0] ?? ''] ?? 'und';

/** Puts cuts together into one MP4 that plays while it loads, each voice brought to the same loudness; answers its name in the studio. */
export async function joinCuts(studio: Studio, montage: Montage, reached: (ms: number) => void): Promise<string> {
  const name = randomUUID();
  const film = `part-${name}.mp4`;
  const durationMs = montage.cuts.reduce((sum, cut) => sum + cut.durationMs, 0);
  const limitMs = 120_000 + durationMs;
  const [list, chapters, gains] = [`list-${name}.txt`, `chapters-${name}.txt`, `gains-${name}.txt`];
  const captions = montage.captions.map((caption, index) => ({ ...caption, file: `captions-${name}-${index}.vtt` }));
  await write(studio, [[list, listOf(montage)], [chapters, montage.metadata], ...captions.map(({ file, vtt }): Text => [file, vtt])]);
  const cuts = ['-f', 'concat', '-i', list];
  const louder = await gainsFor(studio, cuts, voicesOf(montage.cuts), limitMs);
  await write(studio, [[gains, louder.map(({ atMs, db }) => `${(atMs / 1_000).toFixed(3)} volume volume ${db}dB;\n`).join('')]]);
  await ffmpeg(studio, [
    ...cuts, '-f', 'ffmetadata', '-i', chapters, ...captions.flatMap(({ file }) => ['-f', 'webvtt', '-i', file]),
    '-map', '0:v', '-map', '0:a', ...captions.flatMap((_, index) => ['-map', `${index + 2}:s`]), '-map_metadata', '1', '-map_chapters', '1',
    ...(louder.length > 0 ? ['-af', `asendcmd=f=${gains},volume=volume=0dB,alimiter=limit=${ceiling}:level=false`] : []),
    '-c:v', 'copy', '-c:a', 'aac', '-aac_coder', 'fast', '-b:a', '128k', '-c:s', 'mov_text',
    ...captions.flatMap(({ language }, index) => [`-metadata:s:s:${index}`, `language=${lettersOf(language)}`, `-metadata:s:s:${index}`, `handler_name=${language}`]),
    '-movflags', '+faststart', '-f', 'mp4', film,
  ], { limitMs, reached });
  await Promise.all([list, chapters, gains, ...captions.map(({ file }) => file)].map((file) => rm(join(studio.folder, file), { force: true })));
  const madeMs = await lengthOf(studio, film);
  if (Math.abs(madeMs - durationMs) > tolerableMs) throw new ProgramFailed(studio.ffmpeg, `made ${Math.round(madeMs)} ms instead of ${durationMs}`, []);
  return film;
}

/** A Matroska file knows its length to a millisecond only: told exactly, nothing adds up over hundreds of cuts. */
const listOf = ({ files, cuts }: Montage): string =>
  files.map((file, index) => `file '${file}'\nduration ${((cuts[index]?.durationMs ?? 0) / 1_000).toFixed(3)}\n`).join('');

type Text = [file: string, text: string];
async function write(studio: Studio, texts: readonly Text[]): Promise<void> {
  await Promise.all(texts.map(([file, text]) => writeFile(join(studio.folder, file), text)));
}

async function lengthOf(studio: Studio, file: string): Promise<number> {
  let durationMs = Number.NaN;
  const failed = await attempt({
    path: probeBeside(studio.ffmpeg), args: ['-v', 'error', '-select_streams', 'v', '-show_entries', 'stream=duration', '-of', 'csv=p=0', file], cwd: studio.folder,
    limitMs: 60_000, signal: studio.signal, heard: (line) => (durationMs = Number(line) * 1_000),
  });
  if (failed) throw failed;
  return durationMs;
}
