// Which ports to use: the usual ones if they are free, others if they are not, and exactly the given ones if somebody gave them.
import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { Remedy } from './remedy.mjs';

const LOOPBACK = '127.0.0.1';
const HIGHEST_PORT = 65_535;

async function tcpPort(port, host) {
  const server = createServer();
  server.listen({ port, host, exclusive: true });
  await once(server, 'listening');
  return { port: server.address().port, close: () => new Promise((resolve) => server.close(resolve)) };
}

async function isFreeForUdp(port, host) {
  const socket = createSocket('udp4');
  try {
    socket.bind({ port, address: host, exclusive: true });
    await once(socket, 'listening');
    return true;
  } catch {
    return false; // whatever the reason, it is not ours to have
  } finally {
    socket.close();
  }
}

async function isFreeForTcp(port, host) {
  try {
    await (await tcpPort(port, host)).close();
    return true;
  } catch {
    return false;
  }
}

export function readPort(name, value) {
  const port = Number(value);
  if (Number.isInteger(port) && port > 0 && port <= HIGHEST_PORT) return port;
  throw new Remedy(`${name} is "${value}", which is no port. Give it a number from 1 to ${HIGHEST_PORT}, or unset it.`);
}

const taken = (name, port, host) =>
  new Remedy(`Port ${port} on ${host}, which ${name} asks for, is in use by another program. End that program, give ${name} another number, or unset it to have a free one chosen.`);

/**
 * Chooses a port for each wish `{ name, preferred?, given? }`: `given` exactly or not at all, else `preferred`, else any. No two wishes
 * get the same one: all are held until the last is chosen.
 * @type {typeof import('./ports.d.mts').choosePorts} answers by name
 */
export async function choosePorts(wishes, { host = LOOPBACK, avoid = [] } = {}) {
  const held = [];
  const hold = async (port) => {
    if (avoid.includes(port)) throw new Error(`port ${port} has been chosen already`);
    const one = await tcpPort(port, host);
    held.push(one);
    return avoid.includes(one.port) ? hold(0) : one.port;
  };
  const ports = {};
  try {
    // Given ones first, so that no other wish takes them by chance.
    for (const { name, given } of wishes.filter((wish) => wish.given !== undefined)) {
      const port = readPort(name, given);
      ports[name] = await hold(port).catch(() => {
        throw taken(name, port, host);
      });
    }
    for (const { name, preferred } of wishes.filter((wish) => wish.given === undefined)) {
      ports[name] = preferred === undefined ? await hold(0) : await hold(preferred).catch(() => hold(0));
    }
    return ports;
  } finally {
    await Promise.all(held.map((one) => one.close()));
  }
}

async function areFree(first, count, host) {
  for (let port = first; port < first + count; port++) {
    if (!(await isFreeForUdp(port, host)) || !(await isFreeForTcp(port, host))) return false;
  }
  return true;
}

// Below the ports that Linux gives to outgoing connections (32768 and up), so that none of those sits on one by chance.
const RANDOM_FROM = 20_000;
const RANDOM_TO = 32_000;

/**
 * The first of `count` neighbouring ports, each free for UDP and TCP: the media workers' own.
 * @type {typeof import('./ports.d.mts').choosePortRange}
 */
export async function choosePortRange({ name, preferred, given, count, host = LOOPBACK }) {
  if (given !== undefined) {
    const first = readPort(name, given);
    if (await areFree(first, count, host)) return first;
    throw taken(name, count > 1 ? `${first} to ${first + count - 1}` : first, host);
  }
  const tries = preferred === undefined ? [] : [preferred];
  while (tries.length < 50) tries.push(RANDOM_FROM + Math.floor((Math.random() * (RANDOM_TO - RANDOM_FROM)) / count) * count);
  for (const first of tries) if (await areFree(first, count, host)) return first;
  throw new Remedy(`No ${count} neighbouring ports are free for sound and picture. Set ${name} to the first of a free range.`);
}
