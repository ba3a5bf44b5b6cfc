type Rgb = readonly [number, number, number];

const rgbOf = (hex: string): Rgb => [1, 3, 5].map((at) => parseInt(hex.slice(at, at + 2), 16)) as unknown as Rgb;
const hexOf = (rgb: Rgb): string => `#${rgb.map((part) => Math.round(part).toString(16).padStart(2, '0')).join('')}`;
const channel = (part: number): number => (part / 255 <= 0.03928 ? part / 255 / 12.92 : ((part / 255 + 0.055) / 1.055) ** 2.4);
const luminance = ([r, g, b]: Rgb): number => 0.2126 * channel(r) + 0.7152 * channel(g) + 0.0722 * channel(b);

/** WCAG contrast of two colours, 1 to 21. */
export function contrast(one: string, other: string): number {
  const [dark, light] = [luminance(rgbOf(one)), luminance(rgbOf(other))].sort((a, b) => a - b);
  return ((light ?? 0) + 0.05) / ((dark ?? 0) + 0.05);
}

const towards = (colour: string, goal: string, part: number): string => {
  const to = rgbOf(goal);
  return hexOf(rgbOf(colour).map((from, i) => from + ((to[i] ?? 0) - from) * part) as unknown as Rgb);
};

/** As much of the accent is in the ground of a tinted button that is pointed at: the hardest place to read it. */
const tint = 0.2;
export const tinted = (paper: string, accent: string): string => towards(paper, accent, tint);

/** The colour itself where it can be read on its ground, else the nearest step towards `goal` that can (4.5 : 1). */
function readable(colour: string, groundOf: (tried: string) => string, goal: string): string {
  for (let part = 0; part < 1; part += 0.05) {
    const tried = towards(colour, goal, part);
    if (contrast(tried, groundOf(tried)) >= 4.5) return tried;
  }
  return goal;
}

const paper = '#f3efe6';
const night = '#211f1b';

/** What a salon's accent becomes on light and on dark paper, both as text and under white text. */
export const accentShades = (accent: string) => ({
  light: readable(accent, (tried) => tinted(paper, tried), '#000000'),
  dark: readable(accent, (tried) => tinted(night, tried), '#ffffff'),
  filled: readable(accent, () => '#ffffff', '#000000'),
});

/** Colours every page with the salon's accent; null goes back to the house's own. */
export function wearAccent(accent: string | null): void {
  const { style } = document.documentElement;
  if (accent === null) return ['light', 'dark', 'filled'].forEach((shade) => style.removeProperty(`--accent-${shade}`));
  for (const [shade, colour] of Object.entries(accentShades(accent))) style.setProperty(`--accent-${shade}`, colour);
}
