/**
 * What the address carries after `#`, which browsers never send: `i` (or `invitation`): the invitation; `room`: where to go; `name`: for
 * pages without a person; `auto` (or `?mic=auto`): enter by itself with microphone and camera, without the device check.
 */
export type Fragment = { invitation: string | null; room: string | null; name: string | null; auto: boolean };

export function readFragment({ hash, search }: { hash: string; search: string }): Fragment {
  const said = new URLSearchParams(hash.replace(/^#/, ''));
  return {
    invitation: said.get('i') ?? said.get('invitation'), room: said.get('room'), name: said.get('name'),
    auto: said.has('auto') || new URLSearchParams(search).get('mic') === 'auto',
  };
}

/** The path to join at, from a link that somebody pasted; null when it is none. */
export function joinPathOf(pasted: string): string | null {
  const url = URL.parse(pasted.trim());
  return url && readFragment(url).invitation !== null && /^\/s\/[^/]+\/join$/.test(url.pathname) ? `${url.pathname}${url.search}${url.hash}` : null;
}
