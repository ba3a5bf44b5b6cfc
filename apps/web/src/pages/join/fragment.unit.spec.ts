import { describe, expect, it } from '@jest/globals';
import type { BookletRoom, SalonId } from '@yaji/contracts';
import { readFragment } from './fragment.ts';
import { invitationIn } from './invitation-in.ts';
import { wayIn } from './way-in.ts';

describe('the way in', () => {
  const booklet = { salonId: 's' as SalonId, rooms: [{ roomId: 'closed', closed: true, open: false }, { roomId: 'r', closed: false, open: true }] as unknown as BookletRoom[] };
  const wanted = { room: null, to: null, microphone: null };
  it.each([['moderator', '/s/s/r/r/desk'], ['speaker', '/s/s/r/r'], ['attendee', '/s/s/r/r'], ['usher', '/s/s/r/r/usher'], ['display', '/s/s/r/r/hall']] as const)('of a %s is %s', (role, path) => expect(wayIn(booklet, role, wanted)).toBe(path));
  it('leads to the page that the link names, where the role may go there', () => {
    expect(wayIn(booklet, 'attendee', { ...wanted, to: 'seat' })).toBe('/s/s/r/r/seat');
    expect(wayIn(booklet, 'display', { ...wanted, to: 'microphone', microphone: 'one' })).toBe('/s/s/r/r/microphone/one');
    expect(wayIn(booklet, 'display', { ...wanted, to: 'microphone' })).toBe('/s/s/r/r/hall');
    expect(wayIn(booklet, 'moderator', { ...wanted, to: 'usher' })).toBe('/s/s/r/r/usher');
    expect(wayIn(booklet, 'attendee', { ...wanted, to: 'usher' })).toBe('/s/s/r/r');
    expect(wayIn(booklet, 'speaker', { ...wanted, to: 'microphone', microphone: 'one' })).toBe('/s/s/r/r');
    expect(wayIn(booklet, 'display', { ...wanted, to: 'seat' })).toBe('/s/s/r/r/hall');
  });
  it('is the room that the link names, else the open one', () => expect(wayIn(booklet, 'speaker', { ...wanted, room: 'closed' })).toBe('/s/s/r/closed'));
});

describe('an invitation link', () => {
  it('carries its token after the hash', () => {
    expect(readFragment({ hash: '#i=a.b-c_d', search: '' })).toEqual({ invitation: 'a.b-c_d', room: null, to: null, microphone: null, name: null, auto: false });
    expect(readFragment({ hash: '#invitation=a.b', search: '' }).invitation).toBe('a.b');
  });
  it('may enter by itself', () => {
    expect(readFragment({ hash: '#i=a&auto', search: '' }).auto).toBe(true);
    expect(readFragment({ hash: '#i=a', search: '?mic=auto' }).auto).toBe(true);
  });
  it('may lead to a page of the room', () => {
    expect(readFragment({ hash: '#i=a&to=microphone&microphone=front-2', search: '' })).toMatchObject({ to: 'microphone', microphone: 'front-2' });
    expect(readFragment({ hash: '#i=a&to=cellar&microphone=../x', search: '' })).toMatchObject({ to: null, microphone: null });
  });
  it('can be pasted', () => expect(invitationIn(' https://salon.example/s/x/join#i=a ')).toEqual({ invitation: 'a', path: '/s/x/join#i=a' }));
  it.each(['', 'hello', 'https://salon.example/', 'https://salon.example/s/x/join', 'https://salon.example/other#i=a'])('is not %p', (pasted) => expect(invitationIn(pasted)).toBeNull());
});
