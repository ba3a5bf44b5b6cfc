import { describe, expect, it } from '@jest/globals';
import { datedList } from './dated-list.ts';
import { isPart } from './part-names.ts';

const list = ['#EXTM3U', '#EXT-X-VERSION:7', '#EXT-X-TARGETDURATION:2', '#EXT-X-MEDIA-SEQUENCE:7', '#EXT-X-MAP:URI="1-begin.mp4"', '#EXTINF:2.000000,', '1-7.m4s', '#EXTINF:2.000000,', '1-8.m4s', ''].join('\n');

describe('the list of a stream', () => {
  it('tells when its first part was, once, and which timeline it is of', () => {
    const dated = datedList(list, { run: 1, firstPart: 5, zeroAtMs: Date.UTC(2026, 0, 1), partMs: 2_000 });
    expect(dated).toContain('#EXT-X-PROGRAM-DATE-TIME:2026-01-01T00:00:04.000Z\n#EXTINF:2.000000,\n1-7.m4s');
    expect(dated.match(/PROGRAM-DATE-TIME/g)).toHaveLength(1);
    expect(dated).toContain('#EXT-X-DISCONTINUITY-SEQUENCE:1');
  });

  it('names files of a stream alone', () => {
    expect(['1-begin.mp4', '12-345.m4s'].map(isPart)).toEqual([true, true]);
    expect(['../1-begin.mp4', '1.m3u8', '1-begin.mp4/..', '1-2.m4s.tmp', '1-2.m4s\n', ''].map(isPart)).toEqual([false, false, false, false, false, false]);
  });
});
