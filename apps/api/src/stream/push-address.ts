import { isIP } from 'node:net';
import type { PushBody } from '@yaji/contracts';
import type { PushAddress } from '@yaji/persistence';

/** Nobody's name or password before the host, no fragment behind; everything printable ASCII, as it goes over the wire. */
const written = /^(rtmps?):\/\/(\[[0-9a-f:.]{2,45}\]|[a-z0-9](?:[a-z0-9.-]{0,251}[a-z0-9])?)(?::(\d{1,5}))?\/([!-"$-[\]-~]+)$/i;
const keyWritten = /^[!-[\]-~]+$/;
const usualPorts = { rtmp: 1935, rtmps: 443 };
const shown = 4;

/** What is pushed to. Without a key of its own the last part of the address is the key. Null: that is no address. */
export function readPushAddress({ url, key }: Pick<PushBody, 'url' | 'key'>): PushAddress | null {
  const [, scheme = '', hostWritten = '', portWritten, path = ''] = written.exec(url.trim()) ?? [];
  const secure = scheme.toLowerCase() === 'rtmps';
  const host = hostOf(hostWritten.toLowerCase());
  const port = portOf(portWritten, secure);
  const stream = key === null ? lastPartOf(path) : { app: path.replace(/\/+$/, ''), key: key.trim() };
  if (host === null || port === null || !stream || stream.app === '' || !keyWritten.test(stream.key)) return null;
  return { secure, host, port, ...stream };
}

function hostOf(host: string): string | null {
  if (!host.startsWith('[')) return host;
  const bare = host.slice(1, -1);
  return isIP(bare) === 6 ? bare : null;
}

function portOf(port: string | undefined, secure: boolean): number | null {
  const number = port === undefined ? usualPorts[secure ? 'rtmps' : 'rtmp'] : Number(port);
  return number >= 1 && number <= 65_535 ? number : null;
}

/** What stands behind a question mark belongs to the key. */
function lastPartOf(path: string): { app: string; key: string } | null {
  const slash = (path.split('?')[0] ?? '').lastIndexOf('/');
  return slash < 1 ? null : { app: path.slice(0, slash), key: path.slice(slash + 1) };
}

/** Enough to tell two keys apart, and of no use to send with. */
export const maskedKey = (key: string): string => `••••${key.length >= 4 * shown ? key.slice(-shown) : ''}`;
