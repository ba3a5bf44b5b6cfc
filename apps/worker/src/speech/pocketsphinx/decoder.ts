import { dlopen, getRawPointer, toString } from 'node:ffi';
import type { HeardWord } from '../transcriber.ts';
import type { Decoder } from './utterances.ts';
import { wordOf } from './word-of.ts';

// What the program `pocketsphinx_continuous` calls, of the same libraries (pocketsphinx.h, cmd_ln.h, err.h of 5prealpha, whose names end
// with the version of their interface): the program tells an utterance when it is over, the library while it is spoken.
const sphinxbase = {
  cmd_ln_parse_r: { arguments: ['pointer', 'pointer', 'int32', 'pointer', 'int32'], return: 'pointer' },
  err_set_logfp: { arguments: ['pointer'], return: 'void' },
} as const;
const pocketsphinx = {
  ps_args: { arguments: [], return: 'pointer' },
  ps_default_search_args: { arguments: ['pointer'], return: 'void' },
  ps_init: { arguments: ['pointer'], return: 'pointer' },
  ps_start_utt: { arguments: ['pointer'], return: 'int32' },
  ps_process_raw: { arguments: ['pointer', 'buffer', 'uint64', 'int32', 'int32'], return: 'int32' },
  ps_get_in_speech: { arguments: ['pointer'], return: 'uint8' },
  ps_end_utt: { arguments: ['pointer'], return: 'int32' },
  ps_seg_iter: { arguments: ['pointer'], return: 'pointer' },
  ps_seg_next: { arguments: ['pointer'], return: 'pointer' },
  ps_seg_word: { arguments: ['pointer'], return: 'pointer' },
  ps_seg_frames: { arguments: ['pointer', 'buffer', 'buffer'], return: 'void' },
} as const;

const nothing = 0n;
const frameMs = 10;
/** Fewer ways are followed at once than it would by itself: that takes half the time, and what it understands is as good. An utterance ends after 300 ms of silence. */
const settings = ['-vad_postspeech', '30', '-maxhmmpf', '3000', '-maxwpf', '5'];

/** pocketsphinx with its model of American English, in this process, which it may take down. Throws where it is not installed. */
export function openDecoder(): Decoder {
  const { functions: from } = dlopen('libsphinxbase.so.3', sphinxbase);
  const { functions: ps } = dlopen('libpocketsphinx.so.3', pocketsphinx);
  from.err_set_logfp(nothing);
  const strings = settings.map((setting) => Buffer.from(`${setting}\0`));
  const list = BigUint64Array.from(strings, (string) => getRawPointer(string));
  const config = from.cmd_ln_parse_r(nothing, ps.ps_args(), strings.length, getRawPointer(list.buffer), 1);
  ps.ps_default_search_args(config);
  const decoder = ps.ps_init(config);
  if (decoder === nothing) throw new Error('pocketsphinx has no model of English: install pocketsphinx-en-us');
  const [first, last] = [Buffer.alloc(4), Buffer.alloc(4)];
  const begin = (): void => { ps.ps_start_utt(decoder); };
  begin();
  return {
    begin,
    take: (piece) => { ps.ps_process_raw(decoder, piece, BigInt(piece.length / 2), 0, 0); },
    isSpeech: () => ps.ps_get_in_speech(decoder) !== 0,
    end: () => { ps.ps_end_utt(decoder); },
    words() {
      const words: HeardWord[] = [];
      for (let part = ps.ps_seg_iter(decoder); part !== nothing; part = ps.ps_seg_next(part)) {
        ps.ps_seg_frames(part, first, last);
        const text = wordOf(toString(ps.ps_seg_word(part)) ?? '<s>');
        if (text !== null) words.push({ text, fromMs: first.readInt32LE() * frameMs, toMs: (last.readInt32LE() + 1) * frameMs });
      }
      return words;
    },
  };
}
