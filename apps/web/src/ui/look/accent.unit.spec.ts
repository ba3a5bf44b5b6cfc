import { describe, expect, it } from '@jest/globals';
import { accentShades, contrast } from './accent.ts';

describe('the accent of a salon', () => {
  it.each(['#9e2f27', '#ffffff', '#000000', '#ffe600', '#1f6f78', '#7f7f7f'])('%s can be read as text and under white text', (accent) => {
    const { light, dark, filled } = accentShades(accent);
    expect(contrast(light, '#f3efe6')).toBeGreaterThanOrEqual(4.5);
    expect(contrast(dark, '#211f1b')).toBeGreaterThanOrEqual(4.5);
    expect(contrast(filled, '#ffffff')).toBeGreaterThanOrEqual(4.5);
  });
  it('is left alone where it can be read already', () => expect(accentShades('#9e2f27').light).toBe('#9e2f27'));
});
