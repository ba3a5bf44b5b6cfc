/** Darker on the average than this (of 255) is a covered camera, or one that has not begun. */
const DARKEST = 16;

/**
 * How sharp a grey picture is, row by row, one byte a pixel: the variance of its Laplacian (Pech-Pacheco et al. 2000, "Diatom autofocusing in
 * brightfield microscopy"); null where there is nothing to be seen.
 */
export function sharpness(grey: Uint8Array, width: number): number | null {
  const height = Math.floor(grey.length / width);
  const at = (x: number, y: number): number => grey[y * width + x] ?? 0;
  let [sum, squares, luma, count] = [0, 0, 0, 0];
  for (let y = 1; y < height - 1; y += 1) {
    for (let x = 1; x < width - 1; x += 1) {
      const edge = at(x - 1, y) + at(x + 1, y) + at(x, y - 1) + at(x, y + 1) - 4 * at(x, y);
      sum += edge;
      squares += edge * edge;
      luma += at(x, y);
      count += 1;
    }
  }
  if (count === 0 || luma / count < DARKEST) return null;
  return squares / count - (sum / count) ** 2;
}
