/** The page of a room that a link leads to; links without one lead where the role belongs. */
const pages = ['seat', 'usher', 'microphone'] as const;
type PageOfRoom = (typeof pages)[number];

/**
 * What the address carries after `#`, which browsers never send: `i` (or `invitation`): the invitation; `room`: where to go; `to`: to which
 * of its pages; `microphone`: which one of the hall this page becomes; `name`: for pages without a person; `auto` (or `?mic=auto`): enter by
 * itself with microphone and camera, without the device check.
 */
export type Fragment = { invitation: string | null; room: string | null; to: PageOfRoom | null; microphone: string | null; name: string | null; auto: boolean };

export function readFragment({ hash, search }: { hash: string; search: string }): Fragment {
  const said = new URLSearchParams(hash.replace(/^#/, ''));
  return {
    invitation: said.get('i') ?? said.get('invitation'), room: said.get('room'), to: pages.find((page) => page === said.get('to')) ?? null,
    microphone: microphoneIn(said.get('microphone')), name: said.get('name'),
    auto: said.has('auto') || new URLSearchParams(search).get('mic') === 'auto',
  };
}

/** It becomes part of a path: nothing but what the programme may name one. */
const microphoneIn = (said: string | null): string | null => (said !== null && /^[a-z0-9-]{1,40}$/.test(said) ? said : null);
