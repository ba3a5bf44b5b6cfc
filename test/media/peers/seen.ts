import wrtc from '@roamhq/wrtc';

const { RTCVideoSink } = wrtc.nonstandard;

export type Yuv = { y: number; u: number; v: number };
/** The colour in the middle of the picture that was decoded last; null before the first. */
export type Seen = { colour(): Yuv | null; stop(): void };

export function seePicture(track: MediaStreamTrack): Seen {
  const sink = new RTCVideoSink(track);
  let last: Yuv | null = null;
  sink.onframe = ({ frame: { width, height, data } }: { frame: { width: number; height: number; data: Uint8Array } }) => {
    const middle = (height >> 2) * (width >> 1) + (width >> 2);
    const [luma, chroma] = [width * height, (width >> 1) * (height >> 1)];
    last = { y: data[(height >> 1) * width + (width >> 1)] ?? 0, u: data[luma + middle] ?? 0, v: data[luma + chroma + middle] ?? 0 };
  };
  return { colour: () => last, stop: () => sink.stop() };
}
