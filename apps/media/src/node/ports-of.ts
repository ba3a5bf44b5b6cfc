import { isIP, isIPv6 } from 'node:net';
import { type Configuration, StartFault } from '@yaji/platform';
import type { Ports } from '../workers/media-worker.ts';

const isWildcard = (address: string): boolean => address === '0.0.0.0' || address === '::';
const isLoopback = (address: string): boolean => address.startsWith('127.') || address === '::1';

/**
 * Where the workers listen. Browsers must be told an address that leads here: the announced one, or else the host's own. Throws a
 * `StartFault` where there is none.
 */
export function portsOf({ host, mediaAnnouncedIp: announcedIp, mediaRtcPort: firstPort, mediasoupWorkerBin: workerBin }: Configuration): Ports {
  const own = host === 'localhost' ? '127.0.0.1' : host;
  const leadsHere = announcedIp ?? own;
  if (isIP(leadsHere) === 0 || isWildcard(leadsHere)) {
    throw new StartFault(`Browsers cannot be told the media address ${host}: set YAJI_MEDIA_ANNOUNCED_IP to the address of this machine that they reach.`);
  }
  const everywhere = isIPv6(leadsHere) ? '::' : '0.0.0.0';
  const listenIp = isLoopback(leadsHere) || announcedIp === null ? leadsHere : everywhere;
  return { listenIp, announcedIp: listenIp === leadsHere ? null : leadsHere, firstPort, workerBin };
}
