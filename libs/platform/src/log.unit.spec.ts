import { Writable } from 'node:stream';
import { describe, expect, it } from '@jest/globals';
import { createLog } from './log.ts';

describe('the log', () => {
  it('strikes out what must not be written, wherever it stands', () => {
    const lines: string[] = [];
    const sink = new Writable({ write(chunk, _, done) { lines.push(String(chunk)); done(); } });
    const log = createLog('api', 'info', sink);
    log.info({ token: 'aaa', session: { token: 'bbb', deep: { password: 'ccc' } }, req: { headers: { authorization: 'Bearer ddd', cookie: 'eee' } }, roomId: 'room' }, 'said');
    expect(lines[0]).not.toMatch(/aaa|bbb|ccc|ddd|eee/);
    expect(JSON.parse(lines[0] ?? '')).toMatchObject({ name: 'api', roomId: 'room', msg: 'said', token: '[removed]' });
  });
});
