/**
 * A film whose link runs out while it is watched. `steady`: it plays by its link. `renewing`: the link no longer holds, another is asked
 * for. `resuming`: the film opens by the new link, at `atMs`, playing or not as before. `lost`: another link did not help; a person decides.
 */
export type FilmLink =
  | { state: 'steady'; url: string; tries: number }
  | { state: 'renewing'; url: string; tries: number; atMs: number; playing: boolean }
  | { state: 'resuming'; url: string; tries: number; atMs: number; playing: boolean }
  | { state: 'lost'; url: string; tries: number; atMs: number; playing: boolean };

export type FilmLinkEvent =
  /** The film cannot be read on from here. */
  | { type: 'failed'; atMs: number; playing: boolean }
  | { type: 'renewed'; url: string }
  /** No link is given. */
  | { type: 'refused' }
  /** The film stands at the place where it was left. */
  | { type: 'resumed' }
  /** The film has been read on: the link holds. */
  | { type: 'moved' }
  /** Somebody pauses, plays or jumps meanwhile. */
  | { type: 'wished'; atMs: number; playing: boolean }
  | { type: 'again' };

/** Links in a row that may fail before one stops asking. */
export const mostTries = 3;

export const firstLink = (url: string): FilmLink => ({ state: 'steady', url, tries: 0 });

export function filmLink(link: FilmLink, event: FilmLinkEvent): FilmLink {
  switch (event.type) {
    case 'failed': return failed(link, event);
    case 'renewed': return link.state === 'renewing' ? { ...link, state: 'resuming', url: event.url } : link;
    case 'refused': return link.state === 'renewing' ? { ...link, state: 'lost' } : link;
    case 'resumed': return link.state === 'resuming' ? { state: 'steady', url: link.url, tries: link.tries } : link;
    case 'moved': return link.state === 'steady' && link.tries > 0 ? { ...link, tries: 0 } : link;
    case 'wished': return link.state === 'steady' ? link : { ...link, atMs: event.atMs, playing: event.playing };
    case 'again': return link.state === 'lost' ? { ...link, state: 'renewing', tries: 1 } : link;
  }
}

/** The place is kept from the first failure: a film that fails while it opens stands at its beginning. */
function failed(link: FilmLink, { atMs, playing }: { atMs: number; playing: boolean }): FilmLink {
  if (link.state === 'renewing' || link.state === 'lost') return link;
  const place = link.state === 'resuming' ? { atMs: link.atMs, playing: link.playing } : { atMs, playing };
  return { state: link.tries >= mostTries ? 'lost' : 'renewing', url: link.url, tries: link.tries + 1, ...place };
}
