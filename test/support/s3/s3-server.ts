import { createReadStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { pipeline } from 'node:stream/promises';
import { setTimeout as pause } from 'node:timers/promises';
import { Complaint, glue, type Kept, take } from './shelf.ts';
import { type Keys, verdictOn } from './signature.ts';

/**
 * `down`: nobody answers. `slow`: every answer takes half a second. `broken`: 500. `broken files`: 500 to who wants to read one.
 * `half`: a file breaks off in its middle. `full`: no more is taken.
 */
export type Trouble = 'down' | 'slow' | 'broken' | 'broken files' | 'half' | 'full';
export type S3Server = {
  endpoint: string; keys: Keys; bucket: string;
  /** What `YAJI_STORAGE` is to say. */
  setting(prefix?: string): string;
  trouble: Trouble | null;
  /** By key, as they are now. */
  objects: Map<string, Kept>;
  /** Multipart uploads that were begun and neither completed nor aborted. */
  uploads: Map<string, Map<number, Kept>>;
  /** Every request that was answered: method and path with query. */
  asked: string[];
  /** Files that are being sent. */
  sending: number;
  close(): Promise<void>;
};

const slowMs = 500;
/** Real ones list a thousand; few make a second page soon. */
const pageOf = 20;
const xml = (name: string, inside: string): string => `<?xml version="1.0" encoding="UTF-8"?><${name}>${inside}</${name}>`;

function partOf({ headers: { range = '' } }: IncomingMessage, bytes: number): { from: number; to: number; isPart: boolean } {
  const [, first, last] = /^bytes=(\d+)-(\d+)$/.exec(range) ?? [];
  if (first === undefined) return { from: 0, to: bytes - 1, isPart: false };
  if (Number(first) >= bytes) throw new Complaint(416, 'InvalidRange');
  return { from: Number(first), to: Math.min(Number(last), bytes - 1), isPart: true };
}

type Asked = { method: string; key: string; query: URLSearchParams; request: IncomingMessage; response: ServerResponse };

/** A server that speaks S3 by its own lights, path style, over one bucket: signatures, checksums, ranges, parts, lists; and the troubles real ones have. */
export async function s3Server(): Promise<S3Server> {
  const folder = await mkdtemp(join(tmpdir(), 'yaji-s3-'));
  const sockets = new Set<Socket>();
  const state: Omit<S3Server, 'endpoint' | 'setting' | 'close'> = {
    keys: { accessKey: 'AKIATEST', secretKey: 'a secret of the bucket' }, bucket: 'salons', trouble: null, objects: new Map(), uploads: new Map(), asked: [], sending: 0,
  };
  const server = createServer((request, response) => {
    void serve(request, response).catch((cause: unknown) => {
      if (response.destroyed || response.headersSent) return response.destroy();
      const { status, code } = cause instanceof Complaint ? cause : { status: 500, code: 'InternalError' };
      response.writeHead(status, { 'content-type': 'application/xml' }).end(request.method === 'HEAD' ? '' : xml('Error', `<Code>${code}</Code><Message>${code}</Message><AWSAccessKeyId>${state.keys.accessKey}</AWSAccessKeyId>`));
    });
  });
  server.on('connection', (socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (state.trouble === 'down') return void request.socket.destroy();
    if (state.trouble === 'slow') await pause(slowMs);
    const { pathname, searchParams: query } = new URL(String(request.url), endpoint);
    state.asked.push(`${String(request.method)} ${String(request.url)}`);
    if (state.trouble === 'broken') throw new Complaint(500, 'InternalError');
    if (state.trouble === 'full' && request.method === 'PUT') throw new Complaint(507, 'XMinioStorageFull');
    const verdict = verdictOn(request, state.keys);
    if (verdict !== 'good') throw new Complaint(403, verdict);
    const [bucket = '', ...rest] = decodeURIComponent(pathname).slice(1).split('/');
    if (bucket !== state.bucket) throw new Complaint(404, 'NoSuchBucket');
    const asked = { method: String(request.method), key: rest.join('/'), query, request, response };
    await (query.has('uploadId') || query.has('uploads') ? inParts(asked) : whole(asked));
  }

  async function whole({ method, key, query, request, response }: Asked): Promise<void> {
    if (method === 'GET' && key === '') return void response.writeHead(200, { 'content-type': 'application/xml' }).end(list(query));
    if (method === 'PUT') return put(key, await take(request, folder), response);
    if (method === 'DELETE') {
      await replace(key, null);
      return void response.writeHead(204).end();
    }
    const kept = state.objects.get(key);
    if (!kept) throw new Complaint(404, method === 'HEAD' ? 'NotFound' : 'NoSuchKey');
    if (method === 'HEAD') return void response.writeHead(200, { 'content-length': kept.bytes, etag: kept.etag }).end();
    if (state.trouble === 'broken files') throw new Complaint(500, 'InternalError');
    await send(kept, request, response);
  }

  async function put(key: string, kept: Kept, response: ServerResponse): Promise<void> {
    await replace(key, kept);
    response.writeHead(200, { etag: kept.etag, ...(kept.sha256 === null ? {} : { 'x-amz-checksum-sha256': kept.sha256 }) }).end();
  }

  async function replace(key: string, kept: Kept | null): Promise<void> {
    const before = state.objects.get(key);
    if (kept) state.objects.set(key, kept);
    else state.objects.delete(key);
    if (before) await rm(before.file, { force: true });
  }

  async function inParts({ method, key, query, request, response }: Asked): Promise<void> {
    const uploadId = query.get('uploadId') ?? crypto.randomUUID();
    const parts = state.uploads.get(uploadId) ?? new Map<number, Kept>();
    if (query.has('uploads')) {
      state.uploads.set(uploadId, parts);
      return void response.writeHead(200).end(xml('InitiateMultipartUploadResult', `<UploadId>${uploadId}</UploadId>`));
    }
    if (!state.uploads.has(uploadId)) throw new Complaint(404, 'NoSuchUpload');
    if (method === 'PUT') {
      const kept = await take(request, folder);
      parts.set(Number(query.get('partNumber')), kept);
      return void response.writeHead(200, { etag: kept.etag, 'x-amz-checksum-sha256': kept.sha256 ?? '' }).end();
    }
    state.uploads.delete(uploadId);
    if (method === 'DELETE') return void response.writeHead(204).end();
    const wanted = [...(await text(request)).matchAll(/<PartNumber>(\d+)<\/PartNumber>/g)].map(([, number]) => parts.get(Number(number)));
    if (wanted.length === 0 || wanted.includes(undefined)) throw new Complaint(400, 'InvalidPart');
    await replace(key, await glue(wanted as Kept[], folder));
    response.writeHead(200).end(xml('CompleteMultipartUploadResult', `<Key>${key}</Key>`));
  }

  function list(query: URLSearchParams): string {
    const after = query.get('continuation-token') ?? '';
    const found = [...state.objects].filter(([key]) => key.startsWith(query.get('prefix') ?? '') && key > after).sort(([one], [other]) => (one < other ? -1 : 1));
    const page = found.slice(0, pageOf);
    const more = found.length > page.length ? `<IsTruncated>true</IsTruncated><NextContinuationToken>${page.at(-1)?.[0] ?? ''}</NextContinuationToken>` : '<IsTruncated>false</IsTruncated>';
    return xml('ListBucketResult', more + page.map(([key, { bytes }]) => `<Contents><Key>${key}</Key><Size>${bytes}</Size></Contents>`).join(''));
  }

  async function send({ file, bytes, etag, sha256 }: Kept, request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { from, to, isPart } = partOf(request, bytes);
    response.writeHead(isPart ? 206 : 200, {
      etag, 'content-length': to - from + 1,
      ...(isPart ? { 'content-range': `bytes ${from}-${to}/${bytes}` } : {}),
      ...(sha256 === null || isPart ? {} : { 'x-amz-checksum-sha256': sha256 }),
    });
    if (bytes === 0) return void response.end();
    state.sending += 1;
    try {
      const isHalf = state.trouble === 'half';
      await pipeline(createReadStream(file, { start: from, end: isHalf ? from + Math.floor((to - from) / 2) : to }), response, { end: !isHalf });
      if (isHalf) response.destroy();
    } finally {
      state.sending -= 1;
    }
  }

  return Object.assign(state, {
    endpoint,
    setting: (prefix = 'evening') => `s3://${state.bucket}/${prefix}?endpoint=${endpoint}`,
    close: async () => {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
      await rm(folder, { recursive: true, force: true });
    },
  });
}
