import { beginningOf, listOf, partsOf } from './part-names.ts';

/** How long each part is, milliseconds. */
export const partMs = 2_000;
const partSeconds = partMs / 1_000;
const framesPerSecond = 25;
/** So many parts stand in the list; a viewer who is slower than this loses touch. */
const listed = 8;
/** Where the voices come in; the picture comes in at standard input. More than these at once nobody could follow. */
export const soundFds = [3, 4, 5] as const;

// Nothing is waited for at the beginning: what comes is known, and each second of looking would be a second of delay.
const livePipe = (fd: number): string[] => ['-fflags', 'nobuffer', '-probesize', '32', '-analyzeduration', '1', '-fpsprobesize', '0', '-thread_queue_size', '512', '-f', 'matroska', '-i', `pipe:${fd}`];
// Cameras of every size come into one frame; a decoder with threads would hold pictures back.
const picture = 'scale=1280:720:force_original_aspect_ratio=decrease:force_divisible_by=2,pad=1280:720:-1:-1,setsar=1,format=yuv420p';

// Each voice as loud as it is; where together they would be too loud, the whole is held down.
const evened = soundFds.map((_, index) => `[${index + 1}:a]aresample=async=1:first_pts=0[a${index}]`);
const mixed = `${soundFds.map((_, index) => `[a${index}]`).join('')}amix=inputs=${soundFds.length}:normalize=0,alimiter=limit=0.95:level=0[sound]`;

/** What ffmpeg is told first: live pipes in, H.264 with a key frame every two seconds and AAC out. */
const encoding: readonly string[] = [
  '-hide_banner', '-nostdin', '-v', 'warning', '-y',
  '-threads', '1', ...livePipe(0), ...soundFds.flatMap(livePipe), '-filter_complex', [...evened, mixed].join(';'), '-map', '0:v:0', '-map', '[sound]',
  '-vf', picture, '-fps_mode', 'cfr', '-r', String(framesPerSecond),
  '-c:v', 'libx264', '-preset', 'superfast', '-tune', 'zerolatency', '-profile:v', 'main', '-b:v', '1800k', '-maxrate', '2200k', '-bufsize', '2200k',
  '-g', String(partSeconds * framesPerSecond), '-keyint_min', String(partSeconds * framesPerSecond), '-sc_threshold', '0', '-force_key_frames', `expr:gte(t,n_forced*${partSeconds})`,
  '-c:a', 'aac', '-b:a', '128k', '-ac', '2', '-ar', '48000',
];

/** Fragmented MP4 in parts that each begin with a key frame (RFC 8216, 3.3). Paths are relative to ffmpeg's folder. */
export const encoderArgs = (run: number, firstPart: number): string[] => [
  ...encoding,
  '-f', 'hls', '-hls_time', String(partSeconds), '-hls_list_size', String(listed), '-hls_delete_threshold', '4', '-start_number', String(firstPart),
  '-hls_segment_type', 'fmp4', '-hls_fmp4_init_filename', beginningOf(run), '-hls_segment_filename', partsOf(run),
  '-hls_flags', 'delete_segments+independent_segments+omit_endlist+temp_file', listOf(run),
];

/** An MPEG transport stream at standard output, which can be taken up at any place. */
export const transportArgs: readonly string[] = [...encoding, '-f', 'mpegts', '-muxdelay', '0', '-muxpreload', '0', '-flush_packets', '1', 'pipe:1'];
