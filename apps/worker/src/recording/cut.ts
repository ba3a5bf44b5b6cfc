import { type Cut, FRAME_MS } from '@yaji/chronicle';
import { HEIGHT, type Look, WIDTH } from './cards.ts';
import { localFile } from './studio.ts';
import type { StoredTrack } from './tracks.ts';

/** One cut with everything that it is made of. `picture` null: the card. */
export type Shot = { cut: Cut; look: Look; picture: StoredTrack | null; sounds: readonly StoredTrack[] };

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

const startIn = (track: StoredTrack, cut: Cut): number => cut.fromAt - track.startedAt;

/**
 * ffmpeg's arguments for a cut: exactly its pictures and its samples, whatever the tracks lack. The filters end both; `-frames` would
 * end the file with its last picture and lose the end of the sound.
 */
export function argumentsFor(shot: Shot, output: string): string[] {
  const { cut, look, picture, sounds } = shot;
  const overlays = picture ? look.overlays : [];
  const inputs = [
    // A simulcast layer may change the picture's size: the scaler follows it, the other filters must not begin anew.
    ...(picture ? ['-reinit_filter', '0', ...opened(picture.file, startIn(picture, cut))] : ['-framerate', String(PICTURES_A_SECOND), '-i', look.card]),
    ...overlays.flatMap(({ file }) => ['-i', file]),
    ...sounds.flatMap((track) => opened(track.file, startIn(track, cut) - LEAD_MS)),
  ];
  const filters = [...pictureFilters(shot), ...soundFilters(shot, 1 + overlays.length)];
  return [
    ...inputs, '-filter_complex', filters.join(';'), '-map', '[picture]', '-map', '[sound]',
    '-c:v', 'libx264', '-preset', 'superfast', '-crf', '24', '-maxrate', '1800k', '-bufsize', '3600k', '-profile:v', 'high', '-g', '50', '-bf', '2', '-pix_fmt', 'yuv420p', '-r', String(PICTURES_A_SECOND),
    '-c:a', 'pcm_s16le', '-ar', String(SAMPLE_RATE), '-ac', '2', '-map_metadata', '-1', '-f', 'matroska', output,
  ];
}

function pictureFilters({ cut, look, picture }: Shot): string[] {
  const frames = cut.durationMs / FRAME_MS;
  const shape = [
    `scale=w=${WIDTH}:h=${HEIGHT}:force_original_aspect_ratio=decrease:force_divisible_by=2:eval=frame`,
    `pad=w=${WIDTH}:h=${HEIGHT}:x=(ow-iw)/2:y=(oh-ih)/2:eval=frame`, 'setsar=1', 'format=yuv420p',
  ];
  // A card is decoded and scaled once, then repeated.
  if (!picture) return [`[0:v]${[...shape, `tpad=stop=${frames}:stop_mode=clone`, `trim=end_frame=${frames}`].join(',')}[picture]`];
  const late = -Math.min(0, startIn(picture, cut));
  const steady = [`setpts=PTS+${seconds(late)}/TB`, `fps=${PICTURES_A_SECOND}:start_time=0`, `tpad=stop=${frames}:stop_mode=clone`, `trim=end_frame=${frames}`, 'setpts=PTS-STARTPTS'];
  const base = `[0:v]${[...shape, ...steady].join(',')}[v0]`;
  const laid = look.overlays.map(({ x, y }, index) => `[v${index}][${index + 1}:v]overlay=x=${x}:y=${y}:eof_action=repeat[v${index + 1}]`);
  return [base, ...laid, `[v${look.overlays.length}]format=yuv420p[picture]`];
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
