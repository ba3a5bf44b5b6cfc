import { describe, expect, it } from '@jest/globals';
import { HEIGHT, LABEL, placesFor, WIDTH } from './places.ts';

const overlap = (a: ReturnType<typeof placesFor>[number], b: typeof a): boolean =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height + LABEL && b.y < a.y + a.height + LABEL;

describe('the places of pictures', () => {
  it('fill the picture with one', () => {
    for (const layout of ['speaker', 'speaker-and-next'] as const) expect(placesFor(layout, 1)).toEqual([{ x: 0, y: 0, width: WIDTH, height: HEIGHT }]);
    expect(placesFor('speaker', 4)).toHaveLength(1);
  });

  it.each([['speaker-and-next', 4], ['grid', 9]] as const)('of %s lie apart, inside, with room for a name, on even pixels', (layout, most) => {
    for (let count = layout === 'grid' ? 1 : 2; count <= most; count += 1) {
      const places = placesFor(layout, count);
      expect(places).toHaveLength(count);
      for (const [index, { x, y, width, height }] of places.entries()) {
        expect([x % 2, y % 2, width % 2, height % 2, x >= 0, y >= 0, x + width <= WIDTH, y + height + LABEL <= HEIGHT]).toEqual([0, 0, 0, 0, true, true, true, true]);
        expect(Math.abs(width / height - 16 / 9)).toBeLessThan(0.03);
        for (const other of places.slice(index + 1)) expect(overlap({ x, y, width, height }, other)).toBe(false);
      }
    }
  });
});
