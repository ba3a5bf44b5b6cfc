import { describe, expect, it } from '@jest/globals';
import { inOneWrite } from './one-write.ts';

describe('a frame for many', () => {
  it('is joined once, for all the packets that share it', () => {
    const options: { wsPreEncodedFrame?: Buffer[] } = { wsPreEncodedFrame: [Buffer.from('head'), Buffer.from('body')] };
    inOneWrite({ options });
    const joined = options.wsPreEncodedFrame?.[0];
    inOneWrite({ options });
    expect(options.wsPreEncodedFrame).toEqual([Buffer.from('headbody')]);
    expect(options.wsPreEncodedFrame?.[0]).toBe(joined);
  });

  it('is nothing that a packet for one needs', () => {
    const options = {};
    inOneWrite({ options });
    expect(options).toEqual({});
    expect(() => { inOneWrite({}); }).not.toThrow();
  });
});
