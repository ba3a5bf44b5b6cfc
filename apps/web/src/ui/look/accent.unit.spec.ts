import { describe, expect, it } from '@jest/globals';
import { accentShades, contrast, tinted } from './accent.ts';

describe('the accent of a salon', () => {
  it.each(['#9e2f27', '#b5412f', '#ffffff', '#000000', '#ffe600', '#1f6f78', '#7f7f7f'])('%s can be read as text, on its own tint, and under white text', (accent) => {
    const { light, dark, filled } = accentShades(accent);
    for (const ground of ['#f3efe6', tinted('#f3efe6', light)]) expect(contrast(light, ground)).toBeGreaterThanOrEqual(4.5);
    for (const ground of ['#211f1b', tinted('#211f1b', dark)]) expect(contrast(dark, ground)).toBeGreaterThanOrEqual(4.5);
    expect(contrast(filled, '#ffffff')).toBeGreaterThanOrEqual(4.5);
  });
  it('is left alone where it can be read already', () => expect(accentShades('#1f5c66').filled).toBe('#1f5c66'));
});
