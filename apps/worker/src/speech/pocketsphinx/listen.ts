// A program of its own: sound (16 kHz, one channel, s16le) comes in, what is said in it goes out as it is understood, a `Said` as JSON on
// each line. It ends with its input. What goes wrong inside the library ends this alone.
import { openDecoder } from './decoder.ts';
import { utterances } from './utterances.ts';

const speech = utterances(openDecoder(), (said) => { process.stdout.write(`${JSON.stringify(said)}\n`); });
for await (const bytes of process.stdin) speech.take(bytes as Buffer);
