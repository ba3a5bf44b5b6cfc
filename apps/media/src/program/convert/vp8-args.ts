/** Of twice as many pictures a second every other one is enough; a rate that is usual passes as it is. Seconds. */
const leastApart = 0.03;
// What is larger costs more than anybody sees: the stream is 720p.
const picture = `select='isnan(prev_selected_t)+gte(t-prev_selected_t,${leastApart})',scale=w='min(1280,iw)':h='min(720,ih)':force_original_aspect_ratio=decrease:force_divisible_by=2,format=yuv420p`;

/** What ffmpeg is told: a live Matroska of one picture in, VP8 in IVF out. No picture is held back, and each second begins with a key picture, since none can be asked for. */
export const vp8Args: readonly string[] = [
  '-hide_banner', '-nostdin', '-v', 'error', '-threads', '1', '-flags', 'low_delay',
  '-fflags', 'nobuffer', '-probesize', '32', '-analyzeduration', '1', '-fpsprobesize', '0', '-f', 'matroska', '-i', 'pipe:0',
  '-an', '-vf', picture, '-fps_mode', 'passthrough', '-enc_time_base', '1:1000',
  '-c:v', 'libvpx', '-deadline', 'realtime', '-cpu-used', '12', '-threads', '1', '-lag-in-frames', '0', '-b:v', '1500k', '-maxrate', '2000k', '-bufsize', '1000k',
  '-force_key_frames', 'expr:gte(t,n_forced)', '-flush_packets', '1', '-f', 'ivf', 'pipe:1',
];
