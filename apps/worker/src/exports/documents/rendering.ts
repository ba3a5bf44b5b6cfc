import type { Document } from '@yaji/contracts';

export type PictureFile = { bytes: Uint8Array; type: 'image/jpeg' | 'image/png'; width: number; height: number };

/**
 * What every format makes a file of. `pictures`: by their ids; a figure whose picture is not among them keeps its caption. `link`: the page that
 * plays a moment (UTC milliseconds), null where it was not recorded. `accent`: `#rrggbb`.
 */
export type Rendering = { document: Document; pictures: ReadonlyMap<string, PictureFile>; link: (at: number) => string | null; accent: string };
