import { describe, expect, it } from '@jest/globals';
import { runStage } from '../../infra/commands/stage.mjs';
import { eventually } from '../media/eventually.ts';

const around = { env: process.env, signal: new AbortController().signal, withinMs: 60_000, write: () => undefined };
const script = (text: string): string[] => [process.execPath, '-e', text];
const hang = 'setInterval(() => {}, 1_000)';
const closing = "console.log('Tests: 1 passed'); console.log('Ran all test suites.')";

describe('a stage of the tests', () => {
  it('answers its code and its closing lines', async () => {
    expect(await runStage(script(`${closing}; process.exitCode = 3`), around)).toEqual({ code: 3, closing: ['Tests: 1 passed', 'Ran all test suites.'] });
  });

  it('that does not end after its last line is ended, and called failed with the reason', async () => {
    const ended = await runStage(script(`${closing}; ${hang}`), { ...around, graceMs: 100 });
    expect(ended).toMatchObject({ code: 1, why: expect.stringContaining('the runner did not end') });
  });

  it('that takes too long is ended, with what it started', async () => {
    const child = `const { spawn } = require('node:child_process'); const one = spawn(process.execPath, ['-e', '${hang}'], { stdio: 'inherit' }); console.log(one.pid); ${hang}`;
    const said: string[] = [];
    const ended = await runStage(script(child), { ...around, withinMs: 1_500, write: (text) => said.push(text) });
    expect(ended).toMatchObject({ code: 1, why: expect.stringContaining('something hangs') });
    await eventually(() => expect(() => process.kill(Number(said[0]), 0)).toThrow('ESRCH'));
  });
});
