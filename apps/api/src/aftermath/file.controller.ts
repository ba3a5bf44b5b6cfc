import { createHash } from 'node:crypto';
import { Controller, Get, Inject, Param, Req, Res } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { type ByteRange, type FileId, readFileId, type Storage, type Tokens } from '@yaji/platform';
import type { Request, Response } from 'express';
import { Refused } from '../errors.ts';
import { sendFile } from '../files/send-file.ts';
import { STORAGE, TOKENS } from '../ports.ts';
import { readRange } from './range.ts';

const types: Readonly<Record<string, string>> = {
  mp4: 'video/mp4', webm: 'video/webm', md: 'text/markdown; charset=utf-8', json: 'application/json', vtt: 'text/vtt; charset=utf-8', m4a: 'audio/mp4', png: 'image/png', jpg: 'image/jpeg',
  html: 'text/html; charset=utf-8', pdf: 'application/pdf', docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document', zip: 'application/zip',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', txt: 'text/plain; charset=utf-8', srt: 'application/x-subrip; charset=utf-8',
};
const endingOf = (id: FileId): string => id.slice(id.lastIndexOf('.') + 1);
/** Minutes and the like are read in the page's own way or saved, never run. */
const shownInPlace = new Set(['mp4', 'webm', 'm4a', 'png', 'jpg', 'vtt']);

/** Names a file as it is now: parts of one that has been superseded are not glued to parts of the new one. */
const tagOf = (id: FileId, sizeBytes: number): string => `"${createHash('sha256').update(`${id} ${sizeBytes}`).digest('base64url').slice(0, 22)}"`;

/** Finished files, by a signed link that lasts five minutes. The path comes from the link alone. */
@ApiTags('files')
@Controller('api/files')
export class FileController {
  constructor(@Inject(TOKENS) private readonly tokens: Tokens, @Inject(STORAGE) private readonly storage: Storage) {}

  /** `HEAD` comes here too; it has no parts (RFC 9110, 14.2). */
  @Get(':link')
  @ApiOperation({ summary: 'A recording or minutes; answers parts to `Range`' })
  async read(@Param('link') link: string, @Req() { method, headers }: Request, @Res() response: Response): Promise<void> {
    const claims = await this.tokens.verifyFileLink(link);
    const id = claims && readFileId(claims.fileId);
    const sizeBytes = id && await this.storage.sizeOf(id);
    if (id === null || sizeBytes === null) throw new Refused('door/not-found');
    const tag = tagOf(id, sizeBytes);
    const isSame = headers['if-range'] === undefined || headers['if-range'] === tag;
    const part = readRange(method === 'GET' && isSame ? headers.range : undefined, sizeBytes);
    if (part === 'none') {
      response.setHeader('content-range', `bytes */${sizeBytes}`);
      throw new Refused('file/range');
    }
    const describe = (): void => describeFile(response, { id, tag, sizeBytes, part });
    if (headers['if-none-match'] === tag) return void response.status(304).setHeader('etag', tag).end();
    if (method === 'GET') return sendFile(this.storage.open(id, part === 'whole' ? undefined : part), response, describe);
    describe();
    response.end();
  }
}

type Described = { id: FileId; tag: string; sizeBytes: number; part: ByteRange | 'whole' };

function describeFile(response: Response, { id, tag, sizeBytes, part }: Described): void {
  const name = id.slice(id.lastIndexOf('/') + 1);
  response.setHeader('content-type', types[endingOf(id)] ?? 'application/octet-stream');
  response.setHeader('content-disposition', `${shownInPlace.has(endingOf(id)) ? 'inline' : 'attachment'}; filename="${name}"`);
  response.setHeader('accept-ranges', 'bytes');
  response.setHeader('etag', tag);
  response.setHeader('cache-control', 'private, max-age=300');
  response.setHeader('content-length', part === 'whole' ? sizeBytes : part.to - part.from + 1);
  if (part !== 'whole') response.status(206).setHeader('content-range', `bytes ${part.from}-${part.to}/${sizeBytes}`);
}
