import { describe, expect, it } from '@jest/globals';
import { levelExtensionOf, levelIn } from './audio-level.ts';

const hex = (text: string): Buffer => Buffer.from(text.replaceAll(' ', ''), 'hex');
const fixed = '90 64 0001 00000000 00000000';
const sound = 'ff'.repeat(40);

describe('levelIn', () => {
  it.each([
    ['one byte form', `${fixed} bede 0002 22 aabbcc a0 94 0000 ${sound}`, 10, 107],
    ['one byte form after padding', `${fixed} bede 0001 00 a0 94 00 ${sound}`, 10, 107],
    ['two byte form', `${fixed} 1000 0002 02 01 aa 0a 01 7f 0000 ${sound}`, 10, 0],
    ['behind a contributor', `91 64 0001 00000000 00000000 11111111 bede 0001 a0 00 0000 ${sound}`, 10, 127],
    ['another element alone', `${fixed} bede 0001 12 aabbcc ${sound}`, 10, 97],
    ['no extension, sound', `80 64 0001 00000000 00000000 ${sound}`, null, 97],
    ['no extension, silence', '80 64 0001 00000000 00000000 f8fffe', null, 0],
    ['cut short', '90 64 0001 00000000 00000000 bede', 10, 0],
    ['nothing', '', 10, 0],
  ])('reads %s', (_, packet, id, level) => {
    expect(levelIn(hex(packet), id)).toBe(level);
  });

  it('finds its number among the parameters', () => {
    const headerExtensions = [{ uri: 'urn:ietf:params:rtp-hdrext:sdes:mid' as const, id: 1 }, { uri: 'urn:ietf:params:rtp-hdrext:ssrc-audio-level' as const, id: 10 }];
    expect(levelExtensionOf({ codecs: [], headerExtensions })).toBe(10);
    expect(levelExtensionOf({ codecs: [] })).toBeNull();
  });
});
