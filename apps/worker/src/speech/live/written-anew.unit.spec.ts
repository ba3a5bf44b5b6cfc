import { describe, expect, it } from '@jest/globals';
import { ends, grants, records, stops } from '../../../../../libs/chronicle/test/steps.ts';
import { play, scene, type Step } from '../../../../../libs/salon/test/steps.ts';
import { isWrittenAnew } from './written-anew.ts';

const after = (...steps: Step[]) => play([...scene({ recording: 'by-hand' }), ...steps]).room;

describe('a turn that is written down anew', () => {
  it('is one that is over and was recorded', () => expect(isWrittenAnew(after(records(1), grants(2, 'ann', 0), ends(10, 1)), 1)).toBe(true));
  it('is none that goes on', () => expect(isWrittenAnew(after(records(1), grants(2, 'ann', 0)), 1)).toBe(false));
  it('is none of which nothing was recorded', () => {
    expect(isWrittenAnew(after(grants(2, 'ann', 0), ends(10, 1), records(11)), 1)).toBe(false);
    expect(isWrittenAnew(after(records(0), stops(1), grants(2, 'ann', 0), ends(10, 1)), 1)).toBe(false);
  });
  it('is none where nobody had the floor', () => expect(isWrittenAnew(after(records(1)), null)).toBe(false));
});
