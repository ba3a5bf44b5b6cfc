import { mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { whyTooOld } from '../../infra/bootstrap/node-version.mjs';
import { whyInstall } from '../../infra/bootstrap/packages.mjs';
import { holdClosingLines } from '../../infra/commands/closing-lines.mjs';
import { whyLittleSpace } from '../../infra/ground/disk.mjs';
import { distribution, installCommand } from '../../infra/ground/platform.mjs';
import { secretIn } from '../../infra/ground/secret.mjs';
import { seconds, terminal } from '../../infra/ground/terminal.mjs';
import { appEnvironment, appUrls } from '../../infra/launch/apps.mjs';
import { linksBlock } from '../../infra/launch/links.mjs';
import { linksIn } from '../../infra/launch/own-work.mjs';
import { fewComplaints } from '../../infra/launch/supervise/complaints.mjs';
import { complaintIn, logFile } from '../../infra/launch/supervise/log-file.mjs';
import { pauseBeforeRestart } from '../../infra/launch/supervise/supervise.mjs';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'yaji-ground-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('Node', () => {
  it('is refused with a remedy below 20', () => {
    expect(whyTooOld('18.20.4')).toMatch(/needs Node 20 or newer.*this is Node 18\.20\.4.*nodejs\.org/s);
    expect(whyTooOld('20.0.0')).toBeUndefined();
    expect(whyTooOld('26.10.0')).toBeUndefined();
  });
});

describe('the packages', () => {
  const write = (path: string, packages: object) => writeFileSync(join(folder, path), JSON.stringify({ packages }));

  it('are installed when there are none, or when the last installation was cut short', () => {
    write('package-lock.json', {});
    expect(whyInstall(folder)).toBe('nothing is installed yet');
    mkdirSync(join(folder, 'node_modules'));
    expect(whyInstall(folder)).toBe('the last installation was not finished');
  });

  it('are installed again when the lock file names another version or a new package, and only then', () => {
    mkdirSync(join(folder, 'node_modules'));
    write('node_modules/.package-lock.json', { 'node_modules/a': { version: '1.0.0' } });
    write('package-lock.json', { '': {}, 'node_modules/a': { version: '1.0.0' }, 'node_modules/only-for-windows': { version: '1.0.0', optional: true } });
    expect(whyInstall(folder)).toBeUndefined();
    write('package-lock.json', { 'node_modules/a': { version: '1.1.0' } });
    expect(whyInstall(folder)).toBe('a is now 1.1.0');
    write('package-lock.json', { 'node_modules/a': { version: '1.0.0' }, 'node_modules/b': { version: '1.0.0' } });
    expect(whyInstall(folder)).toBe('b is new');
  });
});

describe('the system', () => {
  it('is known by how software is installed on it', () => {
    expect(distribution({ platform: 'linux', release: { ID: 'debian' } })).toBe('debian');
    expect(distribution({ platform: 'linux', release: { ID: 'linuxmint', ID_LIKE: 'ubuntu debian' } })).toBe('debian');
    expect(distribution({ platform: 'linux', release: { ID: 'rocky', ID_LIKE: 'rhel centos fedora' } })).toBe('fedora');
    expect(distribution({ platform: 'linux', release: {} })).toBe('other');
    expect(distribution({ platform: 'darwin' })).toBe('macos');
  });

  it('is told its own command, and words where there is none', () => {
    const packages = { debian: ['redis-tools'], macos: ['redis'], other: 'Redis' };
    expect(installCommand(packages, 'macos')).toBe('brew install redis');
    expect(installCommand(packages, 'debian')).toMatch(/apt-get install -y --no-install-recommends redis-tools$/);
    expect(installCommand(packages, 'fedora')).toBe('install Redis');
  });
});

describe('the disk', () => {
  const gib = 1024 ** 3;

  it('is refused almost full, warned about below 5 GiB, and otherwise not mentioned', () => {
    expect(() => whyLittleSpace('/data', { free: 0.1 * gib })).toThrow(/Only 102 MiB are free where \/data lies.*Free at least/s);
    expect(whyLittleSpace('/data', { free: 3 * gib })).toMatch(/Only 3\.0 GiB are free/);
    expect(whyLittleSpace('/data', { free: 50 * gib })).toBeUndefined();
  });
});

describe('the secret', () => {
  it('is made once, long enough, and for its owner alone', () => {
    const file = join(folder, 'secret');
    const secret = secretIn(file);
    expect(Buffer.from(secret, 'base64url')).toHaveLength(32);
    expect(secretIn(file)).toBe(secret);
    expect(statSync(file).mode & 0o777).toBe(0o600);
  });
});

describe('step lines', () => {
  const written: string[] = [];
  const out = { isTTY: false, write: (text: string) => written.push(text) };
  beforeEach(() => void written.splice(0));

  it('say what was done and how long it took', () => {
    terminal(out).step('packages').done('npm ci (added 900)');
    expect(written.join('')).toMatch(/^✓ packages {9}npm ci \(added 900\) +0\.0 s\n$/);
    expect([seconds(12_345), seconds(212_000)]).toEqual(['12.3 s', '212 s']);
  });

  it('tell of progress once for each tenth where lines cannot be rewritten', () => {
    const step = terminal(out).step('worker');
    for (let n = 1; n <= 260; n++) step.progress(n / 260, 'compiling');
    expect(written).toHaveLength(9);
    expect(written[0]).toMatch(/compiling 10 %\n$/);
  });
});

describe("a program's log", () => {
  it('shows errors at the terminal and keeps the rest to itself', () => {
    expect(complaintIn('{"level":30,"msg":"started"}')).toBeUndefined();
    expect(complaintIn('{"level":50,"msg":"no answer","err":{"message":"ECONNREFUSED"}}')).toBe('no answer: ECONNREFUSED');
    expect(complaintIn('plain words')).toBeUndefined();
    expect(complaintIn('{ not json')).toBeUndefined();
  });

  it('remembers the last words, whole lines even if they came in pieces', () => {
    const complaints: string[] = [];
    const log = logFile(join(folder, 'logs/api.log'), { onComplaint: (words: string) => complaints.push(words) });
    log.write('one\n{"level":50,');
    log.write('"msg":"two"}\nthr');
    expect(log.lastLines(3)).toEqual(['one', '{"level":50,"msg":"two"}', 'thr']);
    expect(complaints).toEqual(['two']);
    log.close();
  });

  it('is put aside when it is full', () => {
    const path = join(folder, 'api.log');
    const log = logFile(path, { full: 10 });
    for (const words of ['a line of some length\n', 'the next\n']) log.write(words);
    log.close();
    expect([statSync(`${path}.1`).size, statSync(path).size]).toEqual([22, 9]);
  });
});

describe('complaints', () => {
  it('are told a few at a time, the same words once', () => {
    let at = 0;
    const said: string[] = [];
    const complain = fewComplaints((words: string) => said.push(words), { where: 'api.log', now: () => at });
    for (const words of ['a', 'a', 'b', 'c', 'd', 'e', 'f']) complain(words);
    expect(said).toEqual(['a', 'b', 'c', 'd', 'more of that is in api.log']);
    at = 11_000;
    complain('a');
    expect(said.at(-1)).toBe('a');
  });
});

describe('starting again', () => {
  it('is immediate at first, then slower, and never very slow', () => {
    expect([1, 2, 3, 4, 20].map((deaths) => pauseBeforeRestart(deaths))).toEqual([0, 250, 500, 1000, 5000]);
  });
});

describe('the environment of the programs', () => {
  const told = { ports: { api: 3000, media: 3100, worker: 3200 }, rtcPort: 40_000, dataDir: '/data', secret: 's', databaseUrl: 'postgres://x', redisUrl: 'redis://x', found: { ffmpeg: '/bin/ffmpeg' } };

  it('names every place, on loopback by default', () => {
    const env = appEnvironment({ ...told, given: {} });
    expect(env).toMatchObject({
      DATABASE_URL: 'postgres://x',
      YAJI_HOST: '127.0.0.1',
      YAJI_PUBLIC_URL: 'http://127.0.0.1:3000',
      YAJI_MEDIA_URL: 'http://127.0.0.1:3100',
      YAJI_MEDIA_RTC_PORT: '40000',
      YAJI_DATA_DIR: '/data/files',
      YAJI_FFMPEG: '/bin/ffmpeg',
    });
    expect(env).not.toHaveProperty('MEDIASOUP_WORKER_BIN');
  });

  it('leaves what somebody has set, and speaks https where there is a certificate', () => {
    const env = appEnvironment({ ...told, given: { YAJI_HOST: '0.0.0.0', YAJI_TLS_CERT: '/c', YAJI_TLS_KEY: '/k', YAJI_LOG_LEVEL: '' } });
    expect(env).toMatchObject({ YAJI_HOST: '0.0.0.0', YAJI_PUBLIC_URL: 'https://127.0.0.1:3000', YAJI_LOG_LEVEL: 'info' });
    expect(appUrls(env)).toEqual({ api: 'https://127.0.0.1:3000', media: 'https://127.0.0.1:3100', worker: 'http://127.0.0.1:3200' });
  });
});

describe('the links', () => {
  it('are found among log lines', () => {
    const said = '{"level":30,"msg":"about \\"links\\" "}\n{"salon":"s1","links":{"hall":"http://h"}}\n{"level":30}\n';
    expect(linksIn(said)).toEqual({ salon: 's1', links: { hall: 'http://h' } });
    expect(linksIn('nothing')).toBeUndefined();
  });

  it('stand in a neat block', () => {
    expect(linksBlock({ urls: {}, links: { moderator: 'http://m', hall: 'http://h' } })).toBe('\n  Moderator      http://m\n  Hall display   http://h\n');
  });
});

describe("jest's closing lines", () => {
  it('are kept for the end, whatever pieces they come in', () => {
    let shown = '';
    const held = holdClosingLines((text: string) => (shown += text));
    for (const chunk of ['PASS a.spec.ts\nTest Su', 'ites: 1 passed\n\x1b[1mTests:\x1b[22m 3 passed\n', 'Time: 1 s']) held.hear(chunk);
    expect(held.end()).toEqual(['Test Suites: 1 passed', '\x1b[1mTests:\x1b[22m 3 passed', 'Time: 1 s']);
    expect(shown).toBe('PASS a.spec.ts\n');
  });
});
