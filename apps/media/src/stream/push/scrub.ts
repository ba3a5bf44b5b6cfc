import type { PushAddress } from '@yaji/persistence';

const longest = 500;

/** What ffmpeg said, fit for a log: without the address and the key, which servers like to repeat. */
export function scrub(said: string, { host, app, key }: PushAddress): string {
  const known = [key, ...key.split(/[?&=/]/), app, host].filter((part) => part.length > 2).sort((a, b) => b.length - a.length);
  return known.reduce((text, part) => text.replaceAll(part, '…'), said.replaceAll(/rtmps?:\/\/\S+/gi, '…')).slice(-longest);
}
