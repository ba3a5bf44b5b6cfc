import { Controller, Get, Inject, Param, Res } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { fileId, type Storage } from '@yaji/platform';
import type { Response } from 'express';
import { z } from 'zod';
import { Refused } from '../errors.ts';
import { sendFile } from '../files/send-file.ts';
import { STORAGE } from '../ports.ts';

const PictureName = z.string().regex(/^[0-9a-f]{48}\.(png|jpg|webp)$/);
const types: Readonly<Record<string, string>> = { png: 'image/png', jpg: 'image/jpeg', webp: 'image/webp' };

/** Pictures of nominees. Their names are their contents' digests: who knows one has been shown it. */
@ApiTags('ballots')
@Controller('api/pictures')
export class PictureController {
  constructor(@Inject(STORAGE) private readonly storage: Storage) {}

  @Get(':name')
  @ApiOperation({ summary: 'A picture of the shortlist of an award' })
  async read(@Param('name', { schema: PictureName }) name: string, @Res() response: Response): Promise<void> {
    const id = fileId('pictures', name);
    const sizeBytes = await this.storage.sizeOf(id);
    if (sizeBytes === null) throw new Refused('door/not-found');
    await sendFile(this.storage.open(id), response, () => {
      response.setHeader('content-type', types[name.slice(name.lastIndexOf('.') + 1)] ?? 'application/octet-stream');
      response.setHeader('content-length', sizeBytes);
      response.setHeader('x-content-type-options', 'nosniff');
      response.setHeader('cache-control', 'public, max-age=31536000, immutable');
    });
  }
}
