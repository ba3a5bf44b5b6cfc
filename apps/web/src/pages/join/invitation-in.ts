import { readFragment } from './fragment.ts';

/** The invitation in a link that somebody pasted or held before a camera, with the path to join at; null when it is none. */
export function invitationIn(pasted: string): { invitation: string; path: string } | null {
  const url = URL.parse(pasted.trim());
  const invitation = url && readFragment(url).invitation;
  return url && invitation && /^\/s\/[^/]+\/join$/.test(url.pathname) ? { invitation, path: `${url.pathname}${url.search}${url.hash}` } : null;
}
