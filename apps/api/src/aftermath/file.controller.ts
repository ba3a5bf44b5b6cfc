import { pipeline } from 'node:stream/promises';
import { Controller, Get, Headers, Inject, Param, Res } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { type FileId, readFileId, type Storage, type Tokens } from '@yaji/platform';
import type { Response } from 'express';
import { Refused } from '../errors.ts';
import { STORAGE, TOKENS } from '../ports.ts';
import { readRange } from './range.ts';

const types: Readonly<Record<string, string>> = {
  mp4: 'video/mp4', webm: 'video/webm', md: 'text/markdown; charset=utf-8', json: 'application/json', vtt: 'text/vtt; charset=utf-8', m4a: 'audio/mp4', png: 'image/png', jpg: 'image/jpeg',
};
const endingOf = (id: FileId): string => id.slice(id.lastIndexOf('.') + 1);
/** Minutes and the like are read in the page's own way or saved, never run. */
const shownInPlace = new Set(['mp4', 'webm', 'm4a', 'png', 'jpg', 'vtt']);

/** Finished files, by a signed link that lasts five minutes. The path comes from the link alone. */
@ApiTags('files')
@Controller('api/files')
export class FileController {
  constructor(@Inject(TOKENS) private readonly tokens: Tokens, @Inject(STORAGE) private readonly storage: Storage) {}

  @Get(':link')
  @ApiOperation({ summary: 'A recording or minutes; answers parts to `Range`' })
  async read(@Param('link') link: string, @Headers('range') range: string | undefined, @Res() response: Response): Promise<void> {
    const claims = await this.tokens.verifyFileLink(link);
    const id = claims && readFileId(claims.fileId);
    const sizeBytes = id && await this.storage.sizeOf(id);
    if (id === null || sizeBytes === null) throw new Refused('door/not-found');
    const part = readRange(range, sizeBytes);
    if (part === 'none') {
      response.setHeader('content-range', `bytes */${sizeBytes}`);
      throw new Refused('file/range');
    }
    const name = id.slice(id.lastIndexOf('/') + 1);
    response.setHeader('content-type', types[endingOf(id)] ?? 'application/octet-stream');
    response.setHeader('content-disposition', `${shownInPlace.has(endingOf(id)) ? 'inline' : 'attachment'}; filename="${name}"`);
    response.setHeader('accept-ranges', 'bytes');
    response.setHeader('cache-control', 'private, max-age=300');
    response.setHeader('content-length', part === 'whole' ? sizeBytes : part.to - part.from + 1);
    if (part !== 'whole') response.status(206).setHeader('content-range', `bytes ${part.from}-${part.to}/${sizeBytes}`);
    await this.send(id, part === 'whole' ? undefined : part, response);
  }

  private async send(id: FileId, part: { from: number; to: number } | undefined, response: Response): Promise<void> {
    try {
      await pipeline(this.storage.open(id, part), response);
    } catch (error) {
      // The listener went away, as players do when they jump.
      if (!response.destroyed) throw error;
    }
  }
}
