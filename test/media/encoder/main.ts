import { Encoder } from './encoder.ts';

/** One encoder in a process of its own, which ends with its parent and takes ffmpeg with it. */
export type Order = { id: number; does: 'publish' | 'state' | 'end' | 'close'; with: unknown[] };
export type Report = { id: number; result: unknown } | { id: number; error: string };

const encoder = new Encoder();

process.on('message', ({ id, does, with: given }: Order) => {
  Promise.resolve().then(() => Reflect.apply(encoder[does], encoder, given) as unknown).then(
    (result) => process.send?.({ id, result }),
    (error: unknown) => process.send?.({ id, error: error instanceof Error ? error.message : String(error) }),
  );
});
process.on('disconnect', () => {
  encoder.close();
  process.exit(0);
});
