// Sends a packet of sound through a mediasoup worker as a call would: two of its WebRTC transports are connected with each
// other over real ports, so the worker makes both ends of a DTLS handshake, encrypts as the one and decrypts as the other.
// A worker that only starts proves little: a wrongly built one starts well and dies at the first ClientHello.
import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { until } from '../../ground/wait.mjs';
import { bindingRequest, isDtls, isStun } from './stun.mjs';

const STEP_MS = 10_000;
const PAYLOAD_TYPE = 100;
const SOURCE = 0x1a2b3c4d;
const loopback = '127.0.0.1';

const opus = { mimeType: 'audio/opus', kind: 'audio', clockRate: 48_000, channels: 2, preferredPayloadType: PAYLOAD_TYPE };

function soundPacket(sequence, words) {
  const head = Buffer.alloc(12);
  head.writeUInt8(0x80, 0);
  head.writeUInt8(PAYLOAD_TYPE, 1);
  head.writeUInt16BE(sequence, 2);
  head.writeUInt32BE(sequence * 960, 4);
  head.writeUInt32BE(SOURCE, 8);
  return Buffer.concat([head, Buffer.from(words)]);
}

/**
 * mediasoup only ever answers ICE. This stands where the browser would, once for each transport: it opens the path by a
 * binding request, and carries whatever else comes out of one transport into the other.
 */
async function between(transports) {
  const sockets = await Promise.all(
    transports.map(async () => {
      const socket = createSocket('udp4');
      socket.bind(0, loopback);
      await once(socket, 'listening');
      return socket;
    }),
  );
  const seen = { dtls: 0, protected: 0 };
  const send = (index, packet) => sockets[index].send(packet, transports[index].iceCandidates[0].port, loopback);
  sockets.forEach((socket, index) => {
    socket.on('message', (packet) => {
      if (isStun(packet)) return;
      if (isDtls(packet)) seen.dtls++;
      else seen.protected++;
      send(1 - index, packet);
    });
  });
  const open = () => transports.forEach((transport, index) => send(index, bindingRequest(transport.iceParameters)));
  return { open, seen, close: () => sockets.forEach((socket) => socket.close()) };
}

async function handshake(transports, path) {
  const [caller, answerer] = transports;
  await caller.connect({ dtlsParameters: { ...answerer.dtlsParameters, role: 'server' } });
  await answerer.connect({ dtlsParameters: { ...caller.dtlsParameters, role: 'client' } });
  await until(
    () => {
      if (transports.every(({ dtlsState }) => dtlsState === 'connected')) return true;
      path.open(); // UDP may lose the request, and asking again is what a browser does
      return false;
    },
    {
      withinMs: STEP_MS,
      everyMs: 50,
      otherwise: () => new Error(`no DTLS handshake: ${transports.map(({ dtlsState }) => dtlsState).join(' and ')}, ${path.seen.dtls} packets`),
    },
  );
}

async function speakAndHear(router, [caller, answerer], path) {
  const local = await router.createDirectTransport();
  const spoken = await local.produce({
    kind: 'audio',
    rtpParameters: {
      codecs: [{ mimeType: opus.mimeType, clockRate: opus.clockRate, channels: opus.channels, payloadType: PAYLOAD_TYPE }],
      encodings: [{ ssrc: SOURCE }],
      rtcp: { cname: 'check' },
    },
  });
  const outgoing = await caller.consume({ producerId: spoken.id, rtpCapabilities: router.rtpCapabilities });
  const incoming = await answerer.produce({ kind: 'audio', rtpParameters: outgoing.rtpParameters });
  const heard = await local.consume({ producerId: incoming.id, rtpCapabilities: router.rtpCapabilities });

  const words = 'the floor is yours';
  const received = [];
  heard.on('rtp', (packet) => received.push(packet.subarray(-words.length).toString()));
  let sequence = 0;
  await until(
    () => {
      if (received.includes(words)) return true;
      spoken.send(soundPacket(++sequence, words));
      return false;
    },
    { withinMs: STEP_MS, everyMs: 20, otherwise: () => new Error(`no sound came through: ${path.seen.protected} protected packets, ${received.length} heard`) },
  );
  if (path.seen.protected === 0) throw new Error('the sound did not go over the encrypted path');
}

/** Resolves to the SRTP suite used when a packet went through the worker; rejects with what failed. */
export async function throughTheWorker(mediasoup, workerBin) {
  const worker = await mediasoup.createWorker({ workerBin, logLevel: 'warn' });
  const died = new Promise((_, reject) => worker.once('died', (error) => reject(new Error(`the worker died: ${error.message}`))));
  died.catch(() => {}); // heard by the race below; after that its end is expected
  let path;
  const goThrough = async () => {
    const router = await worker.createRouter({ mediaCodecs: [opus] });
    const listenInfos = [{ protocol: 'udp', ip: loopback }];
    const transports = [await router.createWebRtcTransport({ listenInfos }), await router.createWebRtcTransport({ listenInfos })];
    path = await between(transports);
    await handshake(transports, path);
    await speakAndHear(router, transports, path);
  };
  try {
    await Promise.race([goThrough(), died]);
  } finally {
    path?.close();
    worker.close();
  }
}
