import { createHash } from 'node:crypto';
import { PassThrough, type Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { ExportManifest } from '@yaji/contracts';
import { ZipFile } from 'yazl';

/** A file of a ZIP. `bring` is called when its turn comes, so that one at a time is held. */
export type ZippedFile = { name: string; bring: () => Promise<Uint8Array | string> };
export type AboutZip = Omit<ExportManifest, 'files' | 'madeAt'> & { madeAt: number };
type Options = { readMe: string; /** After each file. */ done?: (files: number) => void; signal?: AbortSignal };

/**
 * The files as a ZIP while they are made, at its end `MANIFEST.json` with the digest of each. The same files at the same time (UTC milliseconds) give
 * the same bytes. Whatever goes wrong breaks the stream.
 */
export function zipOf(files: readonly ZippedFile[], about: AboutZip, options: Options): Readable {
  const zip = new ZipFile();
  const out = new PassThrough();
  const fail = (fault: unknown): void => void out.destroy(fault instanceof Error ? fault : new Error(String(fault)));
  zip.on('error', fail);
  pipeline(zip.outputStream, out).catch(fail);
  void fill(zip, files, { about, options }).catch(fail);
  return out;
}

async function fill(zip: ZipFile, files: readonly ZippedFile[], { about, options: { readMe, done, signal } }: { about: AboutZip; options: Options }): Promise<void> {
  const attributes = { mtime: new Date(about.madeAt), mode: 0o100_644 };
  const listed: ExportManifest['files'] = [];
  const add = (name: string, written: Uint8Array | string): void => {
    const bytes = Buffer.from(written);
    zip.addBuffer(bytes, name, attributes);
    listed.push({ name, bytes: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') });
  };
  for (const { name, bring } of files) {
    signal?.throwIfAborted();
    add(name, await bring());
    done?.(listed.length);
  }
  add('README.txt', readMe);
  const manifest: ExportManifest = { ...about, madeAt: new Date(about.madeAt).toISOString(), files: listed };
  zip.addBuffer(Buffer.from(`${JSON.stringify(manifest, null, 2)}\n`), 'MANIFEST.json', attributes);
  zip.end();
}
