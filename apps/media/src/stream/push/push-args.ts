import type { PushAddress } from '@yaji/persistence';

/** Where ffmpeg finds what nobody else may read; see `hiddenOptions`. */
export const hiddenFd = 3;

/** ffmpeg looks at what comes for so long before it connects: a key frame, of which one comes every two seconds, must be among it. Microseconds. */
const lookUs = 2_500_000;

/**
 * What ffmpeg is told: what the encoder has made in, the same as FLV out to a relay on this machine. Where it really goes is not said
 * here, since every user of the machine can read the arguments of a process.
 */
export const pushArgs = (port: number): string[] => [
  '-hide_banner', '-nostdin', '-v', 'warning',
  '-fflags', 'nobuffer', '-probesize', '2000000', '-analyzeduration', String(lookUs), '-fpsprobesize', '0', '-f', 'mpegts', '-i', 'pipe:0', '-map', '0:v:0', '-map', '0:a:0',
  '-c', 'copy', '-f', 'flv', '-flvflags', 'no_duration_filesize', '-fpre', `/dev/fd/${hiddenFd}`, `rtmp://127.0.0.1:${port}`,
];

/** What ffmpeg says to the server that the relay leads to. */
export function rtmpOptions({ secure, host, port, app, key }: PushAddress): Record<string, string> {
  const [scheme, usual] = secure ? ['rtmps', 443] : ['rtmp', 1935];
  const name = host.includes(':') ? `[${host}]` : host;
  return { rtmp_app: app, rtmp_playpath: key, rtmp_tcurl: `${scheme}://${name}${port === usual ? '' : `:${port}`}/${app}` };
}
