import { lookup } from 'node:dns/promises';
import { BlockList, isIP } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { err, ok, type Result } from '@yaji/kit';

const patienceMs = 5_000;

/** Not of the public internet: RFC 6890 and its successors at IANA; among them what clouds tell their machines (169.254.169.254). */
const special: readonly [string, number][] = [
  ['0.0.0.0', 8], ['10.0.0.0', 8], ['100.64.0.0', 10], ['127.0.0.0', 8], ['169.254.0.0', 16], ['172.16.0.0', 12], ['192.0.0.0', 24], ['192.0.2.0', 24],
  ['192.88.99.0', 24], ['192.168.0.0', 16], ['198.18.0.0', 15], ['198.51.100.0', 24], ['203.0.113.0', 24], ['224.0.0.0', 4], ['240.0.0.0', 4],
];
/** Of what is public at all, what leads to an IPv4 address inside it, or nowhere. */
const special6: readonly [string, number][] = [['2001::', 23], ['2001:db8::', 32], ['2002::', 16], ['3fff::', 20]];

const listOf = (nets: readonly [string, number][], family: 'ipv4' | 'ipv6'): BlockList => {
  const list = new BlockList();
  for (const [net, prefix] of nets) list.addSubnet(net, prefix, family);
  return list;
};
const closed4 = listOf(special, 'ipv4');
const closed6 = listOf(special6, 'ipv6');
/** All that is assigned to the public internet (RFC 4291, 2.4). */
const public6 = listOf([['2000::', 3]], 'ipv6');

/** Whether an IP address is one of the public internet, and so of nobody's inner network. */
export function isPublic(address: string): boolean {
  if (isIP(address) === 4) return !closed4.check(address, 'ipv4');
  return isIP(address) === 6 && !address.includes('%') && public6.check(address, 'ipv6') && !closed6.check(address, 'ipv6');
}

export type Unreached = 'host-unknown' | 'host-forbidden';

/**
 * The addresses of a host, by name or as they are. Whoever connects takes one of these and asks no more: the name may lead elsewhere by then.
 * `host-forbidden`: one of them is not public, unless those are allowed.
 */
export async function reach(host: string, allowPrivate: boolean): Promise<Result<string[], Unreached>> {
  const addresses = await resolved(host);
  if (addresses.length === 0) return err('host-unknown');
  return allowPrivate || addresses.every(isPublic) ? ok(addresses) : err('host-forbidden');
}

/** None where there is no such name, or nobody who knows in time. */
async function resolved(host: string): Promise<string[]> {
  const giveUp = new AbortController();
  try {
    const found = lookup(host, { all: true }).then((all) => all.map(({ address }) => address), unlessUnknown);
    return await Promise.race([found, wait(patienceMs, [], { signal: giveUp.signal })]);
  } finally {
    giveUp.abort();
  }
}

function unlessUnknown(cause: NodeJS.ErrnoException): string[] {
  if (cause.syscall === 'getaddrinfo') return [];
  throw cause;
}
