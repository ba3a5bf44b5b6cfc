/** Chromium's way of making a track from data; not in the standard's types. */
declare class MediaStreamTrackGenerator extends MediaStreamTrack {
  constructor(of: { kind: 'audio' });
  readonly writable: WritableStream<AudioData>;
}

/**
 * To be put into a page before its own scripts: a camera and a microphone that flash and beep together at every whole second of this machine's
 * clock. Chromium's own fake devices would do, but theirs keep no common time: each runs in a process of its own.
 */
export function slateDevices(): void {
  const devices = navigator.mediaDevices as MediaDevices | undefined;
  if (!devices) return;
  const [frameMs, flashMs, beepMs, width, height, chunkMs, rate] = [40, 200, 100, 320, 180, 10, 48_000];
  const canvas = document.createElement('canvas');
  [canvas.width, canvas.height] = [width, height];
  const pen = canvas.getContext('2d');
  const cameras: CanvasCaptureMediaStreamTrack[] = [];
  const draw = (): void => {
    const now = Date.now();
    if (pen) pen.fillStyle = now % 1_000 < flashMs ? '#fff' : '#000';
    pen?.fillRect(0, 0, width, height);
    // Something always moves, as with people: nothing else is worth sending for an encoder.
    if (pen) pen.fillStyle = '#777';
    pen?.fillRect((now / 20) % width, 0, 12, 12);
    for (const camera of cameras) camera.requestFrame();
    setTimeout(draw, frameMs - (Date.now() % frameMs));
  };
  // Samples are written as the clock goes, so that they lie where it says whatever a sound card would have thought.
  const microphones: { track: MediaStreamTrack; writer: WritableStreamDefaultWriter<AudioData> }[] = [];
  let written = 0;
  const write = (): void => {
    for (const begun = Date.now(); written + chunkMs <= begun; written += chunkMs) {
      const samples = Float32Array.from({ length: (rate * chunkMs) / 1_000 }, (_, index) => {
        const at = (written % 1_000) + (index * 1_000) / rate;
        return at < beepMs ? 0.5 * Math.sin(2 * Math.PI * at) : 0;
      });
      for (const { writer } of microphones.filter(({ track }) => track.readyState === 'live')) {
        void writer.write(new AudioData({ format: 'f32', sampleRate: rate, numberOfFrames: samples.length, numberOfChannels: 1, timestamp: written * 1_000, data: samples }));
      }
    }
    setTimeout(write, chunkMs - (Date.now() % chunkMs));
  };
  const hear = (): MediaStreamTrack[] => {
    const generator = new MediaStreamTrackGenerator({ kind: 'audio' });
    if (microphones.length === 0) {
      written = Math.floor(Date.now() / chunkMs) * chunkMs;
      write();
    }
    microphones.push({ track: generator, writer: generator.writable.getWriter() });
    return [generator];
  };
  const see = (): MediaStreamTrack[] => {
    const tracks = canvas.captureStream(0).getVideoTracks() as CanvasCaptureMediaStreamTrack[];
    if (cameras.length === 0) draw();
    cameras.push(...tracks);
    return tracks;
  };
  devices.getUserMedia = async (wishes) => new MediaStream([...(wishes?.audio ? hear() : []), ...(wishes?.video ? see() : [])]);
}
