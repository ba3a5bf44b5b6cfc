import { describe, expect, it } from '@jest/globals';
import { replacedIn } from '../index.ts';

const wanted = (find: string, replace: string, more: { matchCase?: boolean; wholeWords?: boolean } = {}) => ({ find, replace, matchCase: false, wholeWords: true, ...more });

describe('finding and replacing in a transcript', () => {
  it('takes whole words or parts, in this case or any', () => {
    expect(replacedIn('The park. Parking in the PARK', wanted('park', 'garden'))).toBe('The garden. Parking in the garden');
    expect(replacedIn('The park. Parking', wanted('park', 'garden', { wholeWords: false }))).toBe('The garden. gardening');
    expect(replacedIn('Park park', wanted('park', 'garden', { matchCase: true }))).toBe('Park garden');
    expect(replacedIn('河湾园的河湾园', wanted('河湾园', '河湾科技园'))).toBe('河湾科技园的河湾科技园');
  });
  it('takes both as they stand', () => {
    expect(replacedIn('a.b axb (a.b)', wanted('a.b', '$& $1 \\n'))).toBe('$& $1 \\n axb ($& $1 \\n)');
  });
});
