import { describe, expect, it } from '@jest/globals';
import { dayEndOf } from './day-end.ts';

describe('the end of a salon’s day', () => {
  it('is midnight where the salon is', () => {
    expect(new Date(dayEndOf(Date.parse('2027-03-01T08:00:00Z'), 'Asia/Shanghai')).toISOString()).toBe('2027-03-01T16:00:00.000Z');
    expect(new Date(dayEndOf(Date.parse('2027-03-01T08:00:30Z'), 'UTC')).toISOString()).toBe('2027-03-02T00:00:00.000Z');
  });

  it('leaves a late salon time to go on', () => {
    expect(new Date(dayEndOf(Date.parse('2027-03-01T23:30:00Z'), 'UTC')).toISOString()).toBe('2027-03-02T05:30:00.000Z');
  });
});
