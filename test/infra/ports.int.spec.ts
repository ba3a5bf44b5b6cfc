import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';
import { describe, expect, it } from '@jest/globals';
import { choosePortRange, choosePorts } from '../../infra/ground/ports.mjs';

async function busyPort() {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  return { port: (server.address() as AddressInfo).port, close: () => server.close() };
}

describe('ports', () => {
  it('are the preferred ones when those are free', async () => {
    const { port, close } = await busyPort();
    close();
    expect(await choosePorts([{ name: 'api', preferred: port }])).toEqual({ api: port });
  });

  it('are others when the preferred ones are busy, and never the same twice', async () => {
    const { port, close } = await busyPort();
    try {
      const chosen = await choosePorts(['a', 'b', 'c'].map((name) => ({ name, preferred: port })));
      expect(new Set([...Object.values(chosen), port]).size).toBe(4);
    } finally {
      close();
    }
  });

  it('that somebody has given are taken or refused, with the name of the setting', async () => {
    const { port, close } = await busyPort();
    try {
      await expect(choosePorts([{ name: 'YAJI_API_PORT', given: String(port) }])).rejects.toThrow(new RegExp(`Port ${port} .* YAJI_API_PORT asks for, is in use`));
      await expect(choosePorts([{ name: 'YAJI_API_PORT', given: 'http' }])).rejects.toThrow(/YAJI_API_PORT is "http", which is no port/);
    } finally {
      close();
    }
  });
});

describe('the media ports', () => {
  it('are neighbours, all free for UDP too', async () => {
    const socket = createSocket('udp4').bind(0, '127.0.0.1');
    await once(socket, 'listening');
    const { port } = socket.address();
    try {
      const first = await choosePortRange({ name: 'RTC', preferred: port - 1, count: 2 });
      expect([first, first + 1]).not.toContain(port);
      await expect(choosePortRange({ name: 'RTC', given: String(port), count: 1 })).rejects.toThrow(/in use/);
    } finally {
      socket.close();
    }
  });
});
