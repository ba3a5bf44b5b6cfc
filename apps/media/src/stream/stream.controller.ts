import { join } from 'node:path';
import { Controller, Get, Inject, Param, Res } from '@nestjs/common';
import type { ParticipantId, RoomId } from '@yaji/contracts';
import type { Response } from 'express';
import { MEDIA_NODE, type MediaNode } from '../node/media-node.ts';
import type { Studio } from '../studio/studio.ts';
import { isPart } from './part-names.ts';

/** Parts never change; none is there longer than this. */
const partAgeMs = 60_000;
const retrySeconds = '3';

/** The door for those who watch the stream. Whoever asks shows a pass, and each time it is looked whether that person is still in the room. */
@Controller('stream')
export class StreamController {
  constructor(@Inject(MEDIA_NODE) private readonly node: MediaNode) {}

  @Get(':pass/:file')
  async give(@Param('pass') pass: string, @Param('file') file: string, @Res() response: Response): Promise<void> {
    // The pass in the address is all that counts: pages of any origin may carry it.
    response.setHeader('access-control-allow-origin', '*');
    response.setHeader('cache-control', 'no-store');
    try {
      await this.answer(response, await this.letIn(pass), file);
    } catch (cause) {
      this.node.log.error({ err: cause }, 'a stream could not be given');
      if (!response.headersSent) notNow(response);
    }
  }

  private async letIn(pass: string): Promise<Studio | null> {
    const claims = await this.node.tokens.verifyStreamPass(pass);
    if (!claims) return null;
    const studio = await this.node.studios.enter(claims.roomId as RoomId);
    return studio.scene.admitted.has(claims.participantId as ParticipantId) ? studio : null;
  }

  private async answer(response: Response, studio: Studio | null, file: string): Promise<void> {
    if (!studio) return void response.status(403).json({ code: 'member/not-admitted' });
    if (file === 'index.m3u8') return this.giveList(response, studio);
    const stream = this.node.streams.of(studio.roomId);
    if (!stream || !isPart(file)) return void response.status(404).end();
    response.sendFile(join(stream.folder, file), { dotfiles: 'allow', maxAge: partAgeMs, headers: { 'cache-control': `private, max-age=${partAgeMs / 1_000}` } }, (cause) => {
      if (cause && !response.headersSent) response.status(404).end();
    });
  }

  private async giveList(response: Response, studio: Studio): Promise<void> {
    const stream = this.node.isDraining() ? null : await this.node.streams.watch(studio);
    const list = await stream?.list();
    if (list) response.type('application/vnd.apple.mpegurl').send(list);
    else notNow(response);
  }
}

const notNow = (response: Response): void => void response.status(503).setHeader('retry-after', retrySeconds).json({ code: 'stream/busy' });
