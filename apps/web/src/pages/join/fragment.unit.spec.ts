import { describe, expect, it } from '@jest/globals';
import { joinPathOf, readFragment } from './fragment.ts';

describe('an invitation link', () => {
  it('carries its token after the hash', () => {
    expect(readFragment({ hash: '#i=a.b-c_d', search: '' })).toEqual({ invitation: 'a.b-c_d', room: null, name: null, auto: false });
    expect(readFragment({ hash: '#invitation=a.b', search: '' }).invitation).toBe('a.b');
  });
  it('may enter by itself', () => {
    expect(readFragment({ hash: '#i=a&auto', search: '' }).auto).toBe(true);
    expect(readFragment({ hash: '#i=a', search: '?mic=auto' }).auto).toBe(true);
  });
  it('can be pasted', () => expect(joinPathOf(' https://salon.example/s/x/join#i=a ')).toBe('/s/x/join#i=a'));
  it.each(['', 'hello', 'https://salon.example/', 'https://salon.example/s/x/join', 'https://salon.example/other#i=a'])('is not %p', (pasted) => expect(joinPathOf(pasted)).toBeNull());
});
