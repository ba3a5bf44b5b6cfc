import { describe, expect, it } from '@jest/globals';
import { fileId, readFileId } from './file-id.ts';

describe('file ids', () => {
  it('are refused when they could lead elsewhere', () => {
    expect(readFileId('recordings/0b7a/salon.mp4')).toBe('recordings/0b7a/salon.mp4');
    for (const bad of ['../x.mp4', 'a/../b.mp4', '/etc/passwd', 'a//b.mp4', 'a.tar.gz', 'a/%2e%2e/b.mp4', 'A.mp4', 'a\0.mp4', 'a/.b', '']) {
      expect(readFileId(bad)).toBeNull();
    }
    expect(() => fileId('..', 'x.mp4')).toThrow('not a file id');
  });
});
