import { type ChildProcess, spawn } from 'node:child_process';
import { performance } from 'node:perf_hooks';
import { Writable } from 'node:stream';
import type { Program } from '../program/output.ts';
import { soundFds } from './encoder-args.ts';
import { openFeed } from './feed.ts';

const tickMs = 100;
/** An encoder that is behind by this much does not catch up any more. */
const mostWaitingBytes = 4_194_304;
const mostComplaint = 2_000;

/**
 * `begun` hears the UTC milliseconds of the first picture, `made` what comes out at standard output, `ended` what the encoder said last, unless
 * it was stopped.
 */
export type EncoderOptions = {
  ffmpeg: string; args: readonly string[]; folder?: string; program: Program;
  begun?: (atMs: number) => void; made?: (bytes: Buffer) => void; ended: (complaint: string) => void;
};
/** `stop` resolves when the process is gone. */
export type Encoder = { stop(): Promise<void> };

/** One ffmpeg that encodes the program of a room. It lives on its pipes: when this process is killed, they close and it ends by itself. */
export function startEncoder({ ffmpeg, args, folder, program, begun = () => undefined, made, ended }: EncoderOptions): Encoder {
  const child = spawn(ffmpeg, args, { cwd: folder, stdio: ['pipe', made ? 'pipe' : 'ignore', 'pipe', ...soundFds.map(() => 'pipe' as const)], windowsHide: true });
  if (made) child.stdout?.on('data', made);
  const pipes = inputsOf(child);
  const complaint = complaintsOf(child);
  let isStopped = false;
  const feed = openFeed({ sounds: pipes.sounds, picture: pipes.picture, begun: (at) => begun(Math.round(Date.now() - (performance.now() - at))) });
  const leave = program.join(feed);
  const ticking = setInterval(() => {
    feed.tick(performance.now());
    if ([pipes.picture, ...pipes.sounds].reduce((sum, pipe) => sum + pipe.writableLength, 0) > mostWaitingBytes) child.kill('SIGKILL');
  }, tickMs);
  const gone = new Promise<void>((resolve) => {
    const over = (): void => {
      clearInterval(ticking);
      leave();
      resolve();
      if (!isStopped) ended(complaint());
    };
    child.once('close', over);
    child.once('error', (cause) => {
      if (child.pid === undefined) ended(cause.message);
      if (child.pid === undefined) isStopped = true;
      over();
    });
  });
  return {
    stop: () => {
      isStopped = true;
      child.kill('SIGKILL');
      return gone;
    },
  };
}

function inputsOf(child: ChildProcess): { sounds: Writable[]; picture: Writable } {
  const picture = child.stdin;
  const pipes: readonly unknown[] = child.stdio;
  const sounds = soundFds.map((fd) => pipes[fd]).filter((pipe) => pipe instanceof Writable);
  if (!picture || sounds.length < soundFds.length) throw new Error('ffmpeg was started without its pipes');
  // What is written to one that has died fails; its end is told by itself.
  for (const pipe of [picture, ...sounds]) pipe.on('error', () => undefined);
  return { picture, sounds };
}

/** The last that the process said. */
function complaintsOf({ stderr }: ChildProcess): () => string {
  let said = '';
  stderr?.on('data', (bytes: Buffer) => { said = (said + bytes.toString()).slice(-mostComplaint); });
  return () => said;
}
