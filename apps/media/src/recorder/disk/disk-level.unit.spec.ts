import { describe, expect, it } from '@jest/globals';
import { type DiskLevel, diskLevel, mayWrite } from './disk-level.ts';

const limits = { warnBytes: 500, videoBytes: 200, soundBytes: 25 };

describe('the room for recordings', () => {
  it('gets scarce in steps: a warning, then no pictures, then no sound, and comes back in steps', () => {
    let level: DiskLevel = 'ample';
    const seen = [600, 500, 499, 200, 199, 210, 25, 24, 26, 28, 219, 221, 549, 551].map((free) => (level = diskLevel(level, free, limits)));
    expect(seen).toEqual([
      'ample', 'ample', 'low', 'low', 'no-video', 'no-video', 'no-video', 'no-sound', 'no-sound', 'no-video', 'no-video', 'low', 'low', 'ample',
    ]);
  });

  it('stops pictures before sound', () => {
    const may = (['ample', 'low', 'no-video', 'no-sound'] as const).map((level) => [mayWrite(level, 'video'), mayWrite(level, 'audio')]);
    expect(may).toEqual([[true, true], [true, true], [false, true], [false, false]]);
  });
});
