import { describe, expect, it } from '@jest/globals';
import type { InvitationSeen, ParticipantId, SalonId } from '@yaji/contracts';
import { decodeCode } from './decode-code.ts';
import { id, rehearsal } from '../../fixtures/rehearsal.ts';
import { encode } from 'uqr';
import { whoseCode } from './whose-code.ts';

const view = rehearsal().seen('mod', 1);
const link = 'https://salon.example/s/x/join#invitation=a.b';
const seen = (more: Partial<InvitationSeen>) => async () => ({ salonId: view.room.salonId, role: 'speaker', participantId: id('lin'), name: null, organisation: null, ...more }) as InvitationSeen;

describe('a code before the camera', () => {
  it('is that of a person of this room', async () => expect(await whoseCode(view, link, seen({}))).toEqual({ is: 'known', participantId: id('lin') }));
  it.each([
    ['strange', 'WIFI:S:hall;;', {}], ['elsewhere', link, { salonId: 'other' as SalonId }], ['general', link, { participantId: null }],
    ['unlisted', link, { participantId: 'nobody' as ParticipantId }],
  ] as const)('is %s', async (is, code, more) => expect(await whoseCode(view, code, seen(more))).toEqual({ is }));
  it('is not asked about when it is none of ours', async () => expect(await whoseCode(view, 'hello', async () => { throw new Error('asked'); })).toEqual({ is: 'strange' }));
});

/** A picture of a code, as a camera that is held still gives it. */
function pictureOf(text: string, scale = 5) {
  const { data, size } = encode(text, { border: 4 });
  const width = size * scale;
  const pixels = new Uint8ClampedArray(width * width * 4).fill(255);
  for (let y = 0; y < width; y += 1) for (let x = 0; x < width; x += 1) if (data[Math.floor(y / scale)]?.[Math.floor(x / scale)]) pixels.fill(0, (y * width + x) * 4, (y * width + x) * 4 + 3);
  return { width, height: width, data: pixels };
}

describe('the reader of codes', () => {
  it('reads a link of the length of ours', () => {
    const long = `${link}.${'x'.repeat(250)}`;
    expect(decodeCode(pictureOf(long))).toBe(long);
  });
  it('finds nothing in a picture without one', () => expect(decodeCode({ width: 64, height: 64, data: new Uint8ClampedArray(64 * 64 * 4).fill(200) })).toBeNull());
});
