import { describe, expect, it } from '@jest/globals';
import { readVtt } from './read-vtt.ts';

const cue = (from: string, to: string, text: string) => `${from} --> ${to}\n${text}`;
const file = (...blocks: string[]) => ['WEBVTT', ...blocks].join('\n\n');

describe('captions that are brought in', () => {
  it('are read with their times, in order, without markup, comments and styles', () => {
    const written = `\uFEFF${file('STYLE\n::cue { color: red }', 'NOTE not said', cue('01:00:02.500', '01:00:04.000', 'later'), `7\n${cue('00:01.000', '00:02.250 align:start', '<v Ann>Good <i>morning</i>,\nall &amp; sundry</v>')}`)}`.replaceAll('\n', '\r\n');
    expect(readVtt(written)).toEqual({ ok: true, value: [{ fromMs: 1_000, toMs: 2_250, text: 'Good morning, all & sundry' }, { fromMs: 3_602_500, toMs: 3_604_000, text: 'later' }] });
  });
  it('may have a head, blank lines in plenty and cues that say nothing', () => {
    expect(readVtt('WEBVTT - by hand\nKind: captions\n\n\n\n00:01.000 --> 00:02.000\n<c></c>\n\n\n')).toEqual({ ok: true, value: [] });
  });
  it('are refused with every fault and its line', () => {
    const wrong = file(cue('00:01.000', '00:02.000', 'good'), 'lost words', cue('00:05.000', '00:04.000', 'backwards'), cue('00:06,000', '00:07,000', 'commas'));
    expect(readVtt(wrong)).toEqual({ ok: false, error: [
      { path: 'line 6', message: 'Cue identifier cannot be standalone.' },
      { path: 'line 8', message: 'Start timestamp greater than end.' },
      { path: 'line 11', message: 'Invalid cue timestamp.' },
    ] });
    expect(readVtt('1\n00:00:01,000 --> 00:00:02,000\nSubRip')).toEqual({ ok: false, error: [{ path: 'line 1', message: 'Must start with "WEBVTT".' }] });
    expect(readVtt('').ok).toBe(false);
    expect(readVtt(file(cue('00:01.000', '00:02.000', 'x'.repeat(2_001))))).toMatchObject({ error: [{ path: 'line 3' }] });
  });
});
