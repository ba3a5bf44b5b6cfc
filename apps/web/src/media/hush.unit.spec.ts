import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { Hush } from './hush.ts';

const track = (): MediaStreamTrack => ({ enabled: true }) as MediaStreamTrack;

describe('who loses the floor', () => {
  beforeEach(() => { jest.useFakeTimers(); });
  afterEach(() => { jest.useRealTimers(); });

  it('is silent at once, and open again when nothing is left to be played', () => {
    const voice = track();
    new Hush().flowing(voice, false);
    expect(voice.enabled).toBe(false);
    jest.advanceTimersByTime(2_000);
    expect(voice.enabled).toBe(true);
  });
  it('is heard at once when the floor comes back', () => {
    const [hush, voice] = [new Hush(), track()];
    hush.flowing(voice, false);
    hush.flowing(voice, true);
    expect(voice.enabled).toBe(true);
    hush.flowing(voice, false);
    jest.advanceTimersByTime(1_900);
    expect(voice.enabled).toBe(false);
  });
  it('is left alone once the connection is closed', () => {
    const [hush, voice] = [new Hush(), track()];
    hush.flowing(voice, false);
    hush.close();
    jest.advanceTimersByTime(10_000);
    expect(voice.enabled).toBe(false);
  });
});
