import type { MediaDescription } from 'sdp-transform';
import type { Offer } from '../offers/sdp/offer.ts';
import type { Numbers } from './numbered-program.ts';

/** What a player offers to receive: its sections for the sound and for the picture of the program, and its numbers for them. */
export type Wanted = { readonly audio: MediaDescription | null; readonly video: MediaDescription | null; readonly numbers: Numbers };

/** Null: it takes neither Opus nor VP8. */
export function wantedIn({ sections }: Offer): Wanted | null {
  const of = (source: 'microphone' | 'camera'): MediaDescription | undefined => sections.find(({ takenFor }) => takenFor === source)?.media;
  const audio = taken(of('microphone'), 'opus', numbersIn(of('camera')));
  const video = taken(of('camera'), 'vp8', [audio.number]);
  return audio.media || video.media ? { audio: audio.media, video: video.media, numbers: { audio: audio.number, video: video.number } } : null;
}

const numbersIn = (media: MediaDescription | undefined): number[] => media?.rtp.map(({ payload }) => payload) ?? [];

/** Numbers for what is not wanted, which nobody sees. */
const spare = [127, 126];

function taken(media: MediaDescription | undefined, codec: string, others: readonly number[]): { media: MediaDescription | null; number: number } {
  const number = media?.rtp.find((rtp) => rtp.codec.toLowerCase() === codec)?.payload;
  if (media && number !== undefined) return { media, number };
  return { media: null, number: spare.find((one) => !others.includes(one)) ?? 0 };
}
