import decodeQR from 'qr/decode.js';

type Picture = { width: number; height: number; data: Uint8ClampedArray };

/** The text of the code in a picture; null where there is none, or it is not sharp (yet): the library throws at every such picture. */
export function decodeCode(picture: Picture): string | null {
  try {
    return decodeQR(picture);
  } catch (error) {
    if (error instanceof Error) return null;
    throw error;
  }
}
