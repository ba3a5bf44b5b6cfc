import type { Log } from '@yaji/platform';
import type { Program } from '../../program/output.ts';
import { type Encoder, startEncoder } from '../encoder.ts';
import { transportArgs } from '../encoder-args.ts';

/** Takes what the encoder makes. `broke`: no more comes. */
export type Taker = { take(bytes: Buffer): void; broke(): void };
export type EncodingOptions = { ffmpeg: string; program: Program; roomId: string; log: Log };

/** The program of a room encoded once for everybody who pushes it, while somebody does. */
export class Encoding {
  private readonly takers = new Set<Taker>();
  private encoder: Encoder | null = null;

  constructor(private readonly options: EncodingOptions) {}

  /** Returns how to leave. */
  join(taker: Taker): () => void {
    this.takers.add(taker);
    this.encoder ??= this.start();
    return () => {
      this.takers.delete(taker);
      if (this.takers.size === 0) this.stop();
    };
  }

  private start(): Encoder {
    const { ffmpeg, program, roomId, log } = this.options;
    const encoder = startEncoder({
      ffmpeg, program, args: transportArgs,
      made: (bytes) => { for (const taker of this.takers) taker.take(bytes); },
      ended: (complaint) => {
        log.error({ roomId, complaint }, 'what is pushed of a room could not be encoded on; it is tried again');
        this.encoder = null;
        const left = [...this.takers];
        this.takers.clear();
        for (const taker of left) taker.broke();
      },
    });
    return encoder;
  }

  private stop(): void {
    void this.encoder?.stop();
    this.encoder = null;
  }
}
