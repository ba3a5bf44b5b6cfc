import wrtc from '@roamhq/wrtc';

const { RTCAudioSink, RTCAudioSource, RTCVideoSource } = wrtc.nonstandard;

// mediasoup-client looks for the browser's classes where a browser has them.
Object.assign(globalThis, {
  RTCPeerConnection: wrtc.RTCPeerConnection, RTCSessionDescription: wrtc.RTCSessionDescription,
  MediaStream: wrtc.MediaStream, MediaStreamTrack: wrtc.MediaStreamTrack, RTCRtpReceiver: wrtc.RTCRtpReceiver,
});

const rate = 48_000;
const frame = rate / 100;

export type Playing = { track: MediaStreamTrack; silence(): void; resize(width: number, height: number): void; stop(): void };

/** A sine as a microphone brings it: ten milliseconds at a time. */
export function toneTrack(frequency: number): Playing {
  const source = new RTCAudioSource();
  const track = source.createTrack();
  let sent = 0;
  let loudness = 8_000;
  const began = Date.now();
  const playing = setInterval(() => {
    for (; sent * 10 < Date.now() - began; sent += 1) {
      const samples = Int16Array.from({ length: frame }, (_, index) => Math.round(loudness * Math.sin((2 * Math.PI * frequency * (sent * frame + index)) / rate)));
      source.onData({ samples, sampleRate: rate, bitsPerSample: 16, channelCount: 1, numberOfFrames: frame });
    }
  }, 10);
  return {
    track,
    silence: () => { loudness = 0; },
    resize: () => undefined,
    stop: () => {
      clearInterval(playing);
      track.stop();
    },
  };
}

/** A moving grey picture, 15 a second. `resize`: from now on it is of another size. */
export function pictureTrack(): Playing {
  const source = new RTCVideoSource();
  const track = source.createTrack();
  let [width, height] = [640, 480];
  let count = 0;
  const playing = setInterval(() => {
    count += 1;
    const data = new Uint8Array(width * height * 1.5).fill(128);
    for (let row = 0; row < height; row += 1) data.fill((row + count * 4) % 256, row * width, (row + 1) * width);
    source.onFrame({ width, height, data });
  }, 66);
  return {
    track,
    resize: (wide, high) => { [width, height] = [wide, high]; },
    silence: () => undefined,
    stop: () => {
      clearInterval(playing);
      track.stop();
    },
  };
}

/** What was decoded lately. `loudAt`: when the first loud sound after `reset` came, UTC milliseconds. */
export type HeardTone = { level(): number; loudAt(): number | null; reset(): void; stop(): void };

const loud = 500;

export function hearTone(track: MediaStreamTrack): HeardTone {
  const sink = new RTCAudioSink(track);
  const recent: { at: number; level: number }[] = [];
  let loudAt: number | null = null;
  sink.ondata = ({ samples }: { samples: Int16Array }) => {
    const level = Math.sqrt(samples.reduce((sum, sample) => sum + sample * sample, 0) / samples.length);
    const at = Date.now();
    recent.push({ at, level });
    while ((recent[0]?.at ?? at) < at - 300) recent.shift();
    if (level > loud) loudAt ??= at;
  };
  return {
    level: () => Math.max(0, ...recent.filter(({ at }) => at > Date.now() - 300).map(({ level }) => level)),
    loudAt: () => loudAt,
    reset: () => { loudAt = null; },
    stop: () => sink.stop(),
  };
}
