import type { Layout } from '@yaji/contracts';

/** The published picture, in pixels. */
export const WIDTH = 1_280;
export const HEIGHT = 720;

/** A rectangle of the published picture, in pixels; all even, as the codec wants it. */
export type Box = { x: number; y: number; width: number; height: number };

const EDGE = 32;
/** Above the pictures: the topic. */
export const HEAD = 72;
/** Below a picture: whose it is. */
export const LABEL = 40;

const even = (pixels: number): number => Math.floor(pixels / 2) * 2;

/** Where the pictures of `count` people lie, the speaker's first: alone it fills the picture, but for a grid of one, which has a name below; see CH24 for who the others are. */
export function placesFor(layout: Layout, count: number): Box[] {
  if (layout === 'speaker' || (count <= 1 && layout !== 'grid')) return [{ x: 0, y: 0, width: WIDTH, height: HEIGHT }];
  return layout === 'grid' ? gridOf(count) : speakerAnd(count - 1);
}

/** The speaker large at the left, up to three others at the right under one another. */
function speakerAnd(others: number): Box[] {
  const speaker: Box = { x: EDGE, y: HEAD, width: 944, height: 530 };
  const width = WIDTH - 3 * EDGE - speaker.width;
  const height = even((width * 9) / 16);
  const column = Array.from({ length: others }, (_, index): Box => ({ x: WIDTH - EDGE - width, y: HEAD + index * (height + LABEL + 8), width, height }));
  return [speaker, ...column];
}

function gridOf(count: number): Box[] {
  const columns = Math.ceil(Math.sqrt(count));
  const rows = Math.ceil(count / columns);
  const gap = 16;
  const wide = (WIDTH - 2 * EDGE - (columns - 1) * gap) / columns;
  const high = (HEIGHT - HEAD - EDGE - (rows - 1) * gap) / rows - LABEL;
  const width = even(Math.min(wide, (high * 16) / 9));
  const height = even((width * 9) / 16);
  const top = HEAD + (HEIGHT - HEAD - EDGE / 2 - rows * (height + LABEL) - (rows - 1) * gap) / 2;
  return Array.from({ length: count }, (_, index) => {
    const row = Math.floor(index / columns);
    const inRow = Math.min(columns, count - row * columns);
    const left = (WIDTH - inRow * width - (inRow - 1) * gap) / 2;
    return { x: even(left + (index % columns) * (width + gap)), y: even(top + row * (height + LABEL + gap)), width, height };
  });
}
