import { type ChildProcess, spawn } from 'node:child_process';
import type { PushFault } from '@yaji/contracts';
import type { PushAddress } from '@yaji/persistence';
import type { Encoding } from './encoding.ts';
import { hiddenOptions } from './hidden-options.ts';
import { pushArgs, rtmpOptions } from './push-args.ts';
import { openRelay, type Relay } from './relay.ts';

/** From the start until the server takes sound and picture. */
const patienceMs = 25_000;
/** What waits for a server that takes less than is sent: some eight seconds. */
const mostWaitingBytes = 2_097_152;
/** So long a process may take to say goodbye to its server. */
const farewellMs = 1_500;
const mostComplaint = 2_000;

export type AttemptOptions = { ffmpeg: string; encoding: Encoding; address: PushAddress; addresses: readonly string[]; live: () => void };
/** How an attempt ended; `why` null: it was stopped. `complaint`: what ffmpeg said last, with the address in it. */
export type Ended = { why: PushFault | null; complaint: string };
/** `stop` lets the server know. */
export type Attempt = { readonly ended: Promise<Ended>; stop(): void };

/** Pushes once: one ffmpeg and one connection, until one of them fails. It lives on its pipe and ends with this process. Rejects when it cannot be begun. */
export async function attempt({ ffmpeg, encoding, address, addresses, live }: AttemptOptions): Promise<Attempt> {
  let isLive = false;
  const verdict = new Verdict();
  const relay = await openRelay({
    address, addresses, fault: (why) => verdict.say(why),
    live: () => {
      isLive = true;
      live();
    },
  });
  const child = await start(ffmpeg, relay.port, address).catch((cause: unknown) => {
    relay.close();
    throw cause;
  });
  const kill = (why: PushFault): void => {
    verdict.say(why);
    child.kill('SIGKILL');
  };
  const { stdin } = child;
  // What is written to one that has died fails; its end is told by itself.
  stdin?.on('error', () => undefined);
  const leave = encoding.join({
    take: (bytes) => {
      if (!stdin?.writable) return;
      stdin.write(bytes);
      if (stdin.writableLength > mostWaitingBytes) kill('too-slow');
    },
    broke: () => kill('encoder'),
  });
  const waiting = setTimeout(() => { if (!isLive) kill('no-answer'); }, patienceMs);
  const ended = endOf(child).then((complaint) => {
    clearTimeout(waiting);
    leave();
    verdict.say(whyItself(relay, isLive));
    relay.close();
    return { why: verdict.why, complaint };
  });
  return {
    ended,
    stop: () => {
      verdict.say(null);
      leave();
      stdin?.end();
      const killing = setTimeout(() => child.kill('SIGKILL'), farewellMs);
      void ended.then(() => clearTimeout(killing));
    },
  };
}

/** The first word counts. */
class Verdict {
  private said: { why: PushFault | null } | null = null;

  get why(): PushFault | null {
    return this.said?.why ?? null;
  }

  say(why: PushFault | null): void {
    this.said ??= { why };
  }
}

/** It ended though nothing happened to its connection: it was told something there that it did not like, or it failed. */
function whyItself({ reached }: Relay, wasLive: boolean): PushFault {
  if (!reached()) return 'encoder';
  return wasLive ? 'broke-off' : 'rejected';
}

async function start(ffmpeg: string, port: number, address: PushAddress): Promise<ChildProcess> {
  const options = await hiddenOptions(rtmpOptions(address));
  try {
    return spawn(ffmpeg, pushArgs(port), { stdio: ['pipe', 'ignore', 'pipe', options.fd], windowsHide: true });
  } finally {
    await options.close();
  }
}

/** The last that the process said. */
const endOf = (child: ChildProcess): Promise<string> => new Promise((resolve) => {
  let said = '';
  child.stderr?.on('data', (bytes: Buffer) => { said = (said + bytes.toString()).slice(-mostComplaint); });
  child.once('close', () => resolve(said));
  child.once('error', (cause) => resolve(`${said}${cause.message}`));
});
