import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Aftermath, Document, ExportOrdered, ExportWish, Exports, RecordingOffer, Transcript, TranscriptLine, Written, WrittenKind, WrittenLanguage, WrittenNote } from '@yaji/contracts';
import type { Page } from 'playwright-core';
import { sessionToken } from '../../pages/door.ts';
import { samplesOf } from '../../pages/voices.ts';
import { sentencesIn } from '../../support/speech/known-sentences.ts';
import { frameMs, spectrumOf } from '../../support/speech/spectrum.ts';
import { download, idsOf, type Scene } from '../evidence.ts';
import type { RehearsedSentence } from '../salon/rehearsal.ts';
import { type Portrait, portraitIn } from './portrait.ts';
import { quotedIn, type Quoted } from './quoted.ts';
import { readDocx, type ReadFile, readPdf } from './reading.ts';

export type AccountFile = ReadFile & { format: ExportWish['format'] };
/** A quote, and which sentence the film sounds at its second; null: none that anybody says. */
export type HeardQuote = Quoted & { heard: string | null };
/** Minutes or report in one language, its files opened again, its pictures looked at. */
export type Account = { kind: WrittenKind; language: WrittenLanguage; upTo: number; document: Document; files: AccountFile[]; quotes: HeardQuote[]; portraits: ReadonlyMap<string, Portrait> };
export type Accounts = { accounts: Account[]; lines: TranscriptLine[]; notes: WrittenNote[] };

const kinds: readonly WrittenKind[] = ['minutes', 'report'];
const languages: readonly WrittenLanguage[] = ['en', 'zh-CN'];
const formats = ['docx', 'pdf'] as const;
const withinMs = 120_000;
const everyMs = 500;

export type Reading = { folder: string; film: string | null; recording: RecordingOffer | null; sentences: readonly RehearsedSentence[]; say: (line: string) => void };

/** Waits until all of it is written and fetches it as its readers get it. */
export async function accountsOf(scene: Scene, desk: Page, reading: Reading): Promise<Accounts> {
  const token = await sessionToken(desk, scene.salon.made.salonId);
  const { ask } = scene.house;
  const room = `/rooms/${scene.salon.roomId}`;
  const written = (kind: WrittenKind, language: WrittenLanguage) => ask<Written>(`${room}/written/${kind}?language=${language}`, token);
  reading.say('waiting for the report');
  await until(async () => {
    const { jobs } = await ask<Aftermath>(`${room}/aftermath`, token);
    const [minutes, report] = [await written('minutes', 'en'), await written('report', 'en')];
    return jobs.every(({ state }) => state !== 'waiting' && state !== 'running') && !minutes.isBehind && !report.isBehind;
  }, 'the minutes and the report');
  reading.say('reading the minutes and the report, as pages and as files');
  const files = await filesOf(scene, token, reading.folder);
  const accounts: Account[] = [];
  for (const kind of kinds) {
    for (const language of languages) {
      const { document, upTo, pictures } = await written(kind, language);
      accounts.push({ kind, language, upTo, document, files: files.get(`${kind} ${language}`) ?? [], quotes: await heardQuotes(document, reading), portraits: await portraitsOf(scene, pictures, reading.folder) });
    }
  }
  const { lines } = await ask<Transcript>(`${room}/transcript`, token);
  return { accounts, lines, notes: (await written('minutes', 'en')).draft?.notes ?? [] };
}

async function until(isSo: () => Promise<boolean>, what: string): Promise<void> {
  for (const end = Date.now() + withinMs; !(await isSo());) {
    if (Date.now() > end) throw new Error(`${what} did not come within ${withinMs / 1_000} s`);
    await new Promise((resolve) => { setTimeout(resolve, everyMs); });
  }
}

/** Orders every file, as one does who takes the accounts home; by kind and language. */
async function filesOf({ house, salon: { roomId } }: Scene, token: string, folder: string): Promise<Map<string, AccountFile[]>> {
  const { api } = house.system.urls;
  const wishes: ExportWish[] = kinds.flatMap((what) => languages.flatMap((language) => formats.map((format) => ({ what, format, language }))));
  const numbers = new Map<number, ExportWish>();
  for (const wish of wishes) {
    const response = await fetch(`${api}/api/rooms/${roomId}/exports`, { method: 'POST', headers: { 'content-type': 'application/json', 'authorization': `Bearer ${token}` }, body: JSON.stringify(wish) });
    if (!response.ok) throw new Error(`a file was refused: ${await response.text()}`);
    numbers.set((await response.json() as ExportOrdered).number, wish);
  }
  const made = async () => (await house.ask<Exports>(`/rooms/${roomId}/exports`, token)).exports.filter(({ number }) => numbers.has(number));
  await until(async () => (await made()).length === wishes.length, 'the files');
  const files = new Map<string, AccountFile[]>();
  for (const { what, language, format, url } of await made()) {
    const path = await download(house, url, { folder, name: `${what}-${language}.${format}` });
    const read = path === null ? null : await (format === 'pdf' ? readPdf : readDocx)(path);
    const key = `${what} ${language}`;
    if (read) files.set(key, [...files.get(key) ?? [], { format, ...read }]);
  }
  return files;
}

/** A quote may begin so much beside its second. */
const besideMs = 700;

async function heardQuotes(document: Document, { film, recording, sentences }: Reading): Promise<HeardQuote[]> {
  const quotes = quotedIn(document, new Set(sentences.map(({ text }) => text)));
  return Promise.all(quotes.map(async (quote) => {
    const fileMs = recording?.pieces.flatMap(({ offsetMs, durationMs, fromAt }) => (quote.at >= fromAt && quote.at < fromAt + durationMs ? [offsetMs + quote.at - fromAt] : []))[0];
    if (film === null || fileMs === undefined) return { ...quote, heard: null };
    const fromMs = Math.max(0, fileMs - besideMs);
    const longest = Math.max(...sentences.map(({ sound }) => sound.frames * frameMs));
    const heard = sentencesIn(spectrumOf(await samplesOf(film, { fromMs, lengthMs: longest + 2 * besideMs })), sentences);
    return { ...quote, heard: heard.find((one) => Math.abs(fromMs + one.fromMs - fileMs) <= besideMs)?.sentence.text ?? null };
  }));
}

async function portraitsOf(scene: Scene, pictures: Written['pictures'], folder: string): Promise<Map<string, Portrait>> {
  const portraits = new Map<string, Portrait>();
  for (const [pictureId, url] of Object.entries(pictures)) {
    const response = await fetch(new URL(url, scene.house.system.urls.api));
    if (!response.ok) throw new Error(`a picture answered ${response.status}`);
    const file = join(folder, `${pictureId}.jpg`);
    await writeFile(file, new Uint8Array(await response.arrayBuffer()));
    portraits.set(pictureId, await portraitIn(file, idsOf(scene)));
  }
  return portraits;
}
