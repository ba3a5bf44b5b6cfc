import { rate, type Sound } from '../transcriber.ts';

const headBytes = 44;

/** A WAV file (RIFF, PCM, 16 bit, one channel) of a sound. */
export function wavOf(sound: Sound): Buffer {
  const samples = Buffer.from(sound.buffer, sound.byteOffset, sound.byteLength);
  const head = Buffer.alloc(headBytes);
  head.write('RIFF', 0);
  head.writeUInt32LE(headBytes - 8 + samples.length, 4);
  head.write('WAVEfmt ', 8);
  head.writeUInt32LE(16, 16);
  head.writeUInt16LE(1, 20);
  head.writeUInt16LE(1, 22);
  head.writeUInt32LE(rate, 24);
  head.writeUInt32LE(rate * 2, 28);
  head.writeUInt16LE(2, 32);
  head.writeUInt16LE(16, 34);
  head.write('data', 36);
  head.writeUInt32LE(samples.length, 40);
  return Buffer.concat([head, samples]);
}

/** Bytes as they come from ffmpeg (s16le) as samples; half a sample at the end is left out. */
export function soundOf(bytes: Buffer): Sound {
  const whole = bytes.subarray(0, bytes.length - (bytes.length % 2));
  // A view needs an even offset, which a piece of a larger buffer may not have.
  return new Int16Array(new Uint8Array(whole).buffer);
}
