import { describe, expect, it } from '@jest/globals';
import { filmLink, type FilmLink, type FilmLinkEvent, firstLink, mostTries } from './link-machine.ts';

const after = (...events: FilmLinkEvent[]): FilmLink => events.reduce(filmLink, firstLink('old'));
const failed: FilmLinkEvent = { type: 'failed', atMs: 61_500, playing: true };
const renewed: FilmLinkEvent = { type: 'renewed', url: 'new' };

describe('a film whose link runs out', () => {
  it('goes on by another at the same place, playing as before', () => {
    expect(after(failed)).toEqual({ state: 'renewing', url: 'old', tries: 1, atMs: 61_500, playing: true });
    expect(after(failed, renewed)).toEqual({ state: 'resuming', url: 'new', tries: 1, atMs: 61_500, playing: true });
    expect(after(failed, renewed, { type: 'resumed' })).toEqual({ state: 'steady', url: 'new', tries: 1 });
    expect(after(failed, renewed, { type: 'resumed' }, { type: 'moved' })).toEqual({ state: 'steady', url: 'new', tries: 0 });
  });
  it('takes what somebody wishes meanwhile', () => {
    expect(after(failed, { type: 'wished', atMs: 5_000, playing: false }, renewed)).toMatchObject({ state: 'resuming', atMs: 5_000, playing: false });
    expect(after({ type: 'wished', atMs: 5_000, playing: false })).toEqual(firstLink('old'));
  });
  it('asks once for one failure, and keeps the place where a new link fails as it opens', () => {
    expect(after(failed, { ...failed, atMs: 0 })).toEqual(after(failed));
    expect(after(failed, renewed, { type: 'failed', atMs: 0, playing: false })).toMatchObject({ state: 'renewing', atMs: 61_500, playing: true, tries: 2 });
  });
  it('stops asking where no link helps, until somebody wants it again', () => {
    const rounds = Array.from({ length: mostTries }, () => [failed, renewed, { type: 'resumed' } as const]).flat();
    const lost = after(...rounds, failed);
    expect(lost).toMatchObject({ state: 'lost', atMs: 61_500 });
    expect(filmLink(lost, failed)).toBe(lost);
    expect(filmLink(lost, { type: 'again' })).toMatchObject({ state: 'renewing', tries: 1, atMs: 61_500 });
    expect(after(failed, { type: 'refused' })).toMatchObject({ state: 'lost' });
  });
  it('hears nothing that comes too late', () => {
    for (const late of [renewed, { type: 'refused' }, { type: 'resumed' }, { type: 'moved' }, { type: 'again' }] as FilmLinkEvent[]) expect(after(late)).toEqual(firstLink('old'));
  });
});
