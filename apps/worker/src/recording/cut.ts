import { type Cut, FRAME_MS } from '@yaji/chronicle';
import type { Look } from './picture/look.ts';
import { HEIGHT, WIDTH } from './picture/places.ts';
import { localFile } from './studio.ts';
import type { StoredTrack } from './tracks.ts';

/** One cut with everything that it is made of. `pictures`: of those who are seen, in the order of the look's places; null: what the ground has there. */
export type Shot = { cut: Cut; look: Look; pictures: readonly (StoredTrack | null)[]; sounds: readonly StoredTrack[] };

/** Decoders of sound need a moment to be themselves after a jump; it is read and thrown away. Milliseconds. */
const LEAD_MS = 500;
const PICTURES_A_SECOND = 1_000 / FRAME_MS;
const SAMPLE_RATE = 48_000;

const seconds = (ms: number): string => (ms / 1_000).toFixed(3);

/**
 * Where a file is opened for something that begins `atMs` of file time: from there, or from its zero when it begins earlier.
 * Positions are the file's own timestamps, wherever its first packet lies.
 */
const opened = (file: string, atMs: number): string[] => ['-seek_timestamp', '1', '-ss', seconds(Math.max(0, atMs)), ...localFile(file)];

/** A picture stays after the last that came: a file that ends before the cut begins is opened at its end, where there is still one to hold. */
const openedFilm = ({ track }: Film, cut: Cut): string[] => opened(track.file, Math.min(startIn(track, cut), track.lastMs - 1));

const startIn = (track: StoredTrack, cut: Cut): number => cut.fromAt - track.startedAt;

type Film = { track: StoredTrack; place: Look['places'][number] };

/** The moving pictures with their places. */
const filmsOf = ({ pictures, look }: Shot): Film[] => pictures.flatMap((track, index) => {
  const place = look.places[index];
  return track && place ? [{ track, place }] : [];
});

/**
 * ffmpeg's arguments for a cut: exactly its pictures and its samples, whatever the tracks lack. The filters end both; `-frames` would
 * end the file with its last picture and lose the end of the sound.
 */
export function argumentsFor(shot: Shot, output: string): string[] {
  const { cut, look, sounds } = shot;
  const films = filmsOf(shot);
  const overlays = films.length > 0 ? look.overlays : [];
  const inputs = [
    '-framerate', String(PICTURES_A_SECOND), '-i', look.ground,
    // A simulcast layer may change the picture's size: the scaler follows it, the other filters must not begin anew.
    ...films.flatMap((film) => ['-reinit_filter', '0', ...openedFilm(film, cut)]),
    ...overlays.flatMap(({ file }) => ['-i', file]),
    ...sounds.flatMap((track) => opened(track.file, startIn(track, cut) - LEAD_MS)),
  ];
  const filters = [...pictureFilters(shot, films), ...soundFilters(shot, 1 + films.length + overlays.length)];
  return [
    ...inputs, '-filter_complex', filters.join(';'), '-map', '[picture]', '-map', '[sound]',
    '-c:v', 'libx264', '-preset', 'superfast', '-crf', '24', '-maxrate', '1800k', '-bufsize', '3600k', '-profile:v', 'high', '-g', '50', '-bf', '0', '-pix_fmt', 'yuv420p', '-r', String(PICTURES_A_SECOND),
    '-c:a', 'pcm_s16le', '-ar', String(SAMPLE_RATE), '-ac', '2', '-map_metadata', '-1', '-f', 'matroska', output,
  ];
}

const isWhole = ({ width, height }: Film['place']): boolean => width === WIDTH && height === HEIGHT;

function pictureFilters(shot: Shot, films: readonly Film[]): string[] {
  const { cut, look } = shot;
  const frames = cut.durationMs / FRAME_MS;
  const held = `tpad=stop=${frames}:stop_mode=clone,trim=end_frame=${frames},setpts=PTS-STARTPTS`;
  const moving = films.map((film, index) => `[${index + 1}:v]${filmFilters(film, cut).join(',')},${held}[f${index}]`);
  // The ground is decoded once, then repeated.
  const ground = (to: string): string => `[0:v]scale=w=${WIDTH}:h=${HEIGHT},setsar=1,format=yuv420p,${held}[${to}]`;
  const [only] = films;
  if (!only) return [ground('picture')];
  const whole = films.length === 1 && isWhole(only.place);
  const laid = [
    ...(whole ? [] : films.map(({ place: { x, y } }, index) => ({ from: `f${index}`, x, y }))),
    ...look.overlays.map(({ x, y }, index) => ({ from: `${index + 1 + films.length}:v`, x, y })),
  ];
  const layers = laid.map(({ from, x, y }, index) => `[v${index}][${from}]overlay=x=${x}:y=${y}:eof_action=repeat[v${index + 1}]`);
  const first = whole ? [moving[0]?.replace(/\[f0\]$/, '[v0]') ?? '', '[0:v]nullsink'] : [ground('v0'), ...moving];
  return [...first, ...layers, `[v${laid.length}]format=yuv420p[picture]`];
}

/** A picture in its place, from its beginning on, steadied to the film's rate. */
function filmFilters({ track, place: { width, height } }: Film, cut: Cut): string[] {
  const late = -Math.min(0, startIn(track, cut));
  return [
    `scale=w=${width}:h=${height}:force_original_aspect_ratio=decrease:force_divisible_by=2:eval=frame`,
    `pad=w=${width}:h=${height}:x=(ow-iw)/2:y=(oh-ih)/2:eval=frame`, 'setsar=1', 'format=yuv420p',
    `setpts=PTS+${seconds(late)}/TB`, `fps=${PICTURES_A_SECOND}:start_time=0`,
  ];
}

function soundFilters({ cut, sounds }: Shot, firstInput: number): string[] {
  const samples = Math.round((cut.durationMs * SAMPLE_RATE) / 1_000);
  const form = `aformat=sample_fmts=fltp:sample_rates=${SAMPLE_RATE}:channel_layouts=stereo`;
  if (sounds.length === 0) return [`anullsrc=r=${SAMPLE_RATE}:cl=stereo,atrim=end_sample=${samples}[sound]`];
  const each = sounds.map((track, index) => {
    const at = startIn(track, cut) - LEAD_MS;
    const late = Math.max(0, -at);
    const skip = Math.round((LEAD_MS * SAMPLE_RATE) / 1_000);
    return `[${firstInput + index}:a]aresample=${SAMPLE_RATE}:async=1:first_pts=0,${form},adelay=delays=${Math.round(late)}:all=1,apad,`
      + `atrim=start_sample=${skip}:end_sample=${skip + samples},asetpts=PTS-STARTPTS[s${index}]`;
  });
  const labels = sounds.map((_, index) => `[s${index}]`).join('');
  return [...each, `${labels}amix=inputs=${sounds.length}:normalize=0:duration=longest[sound]`];
}
