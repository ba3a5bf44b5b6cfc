import type { Opening } from '../../recorder/rtp/frame.ts';
import type { Size } from '../../recorder/stream.ts';
import type { Taken } from '../taken.ts';
import { type Conversion, type Converter, startConverter } from './converter.ts';

export type AsVp8 = { opens(opening: Opening): void; resized(size: Size): void; take(frame: Taken): void; flow(flowing: boolean): void; close(): void };

/** A source of H.264 as one of VP8. Something is converted only while it flows, from its next key picture on; a picture of another size is another conversion. */
export function asVp8(conversion: Omit<Conversion, 'opening'>): AsVp8 {
  let opening: Opening | null = null;
  let converter: Converter | null = null;
  let isFlowing = false;
  const end = (): void => {
    converter?.close();
    converter = null;
  };
  return {
    opens: (first) => { opening = first; },
    resized: (size) => {
      if (opening) opening = { ...opening, ...size };
      end();
    },
    take: (frame) => {
      if (!isFlowing || opening === null || (converter === null && !frame.key)) return;
      converter ??= startConverter({ ...conversion, opening });
      converter.take(frame);
    },
    flow: (flowing) => {
      isFlowing = flowing;
      if (!flowing) end();
    },
    close: () => {
      isFlowing = false;
      end();
    },
  };
}
