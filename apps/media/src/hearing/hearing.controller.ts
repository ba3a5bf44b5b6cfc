import { Controller, Get, Inject, Param, Res } from '@nestjs/common';
import type { RoomId } from '@yaji/contracts';
import type { Response } from 'express';
import { MEDIA_NODE, type MediaNode } from '../node/media-node.ts';
import type { Studio } from '../studio/studio.ts';
import { spokenFile } from './spoken-file.ts';

const tickMs = 40;
/** Ten seconds of sound: who is that slow is let go, and comes again. */
const mostWaitingBytes = 200_000;

/** The door for the recogniser of the house: what is heard in a room, as it is heard. The pass is signed by the house for itself and names the room alone. */
@Controller('hearing')
export class HearingController {
  constructor(@Inject(MEDIA_NODE) private readonly node: MediaNode) {}

  @Get(':pass')
  async give(@Param('pass') pass: string, @Res() response: Response): Promise<void> {
    const claims = await this.node.tokens.verifyHearingPass(pass);
    if (!claims) return void response.status(403).json({ code: 'member/not-admitted' });
    if (this.node.isDraining()) return void response.status(503).setHeader('retry-after', '3').json({ code: 'stream/busy' });
    follow(await this.node.studios.enter(claims.roomId as RoomId), response);
  }
}

/** `x-yaji-zero-at`: UTC milliseconds of the file's beginning. It goes on until whoever listens leaves. */
function follow({ program }: Studio, response: Response): void {
  const zero = performance.now();
  response.writeHead(200, { 'content-type': 'audio/x-matroska', 'cache-control': 'no-store', 'x-yaji-zero-at': String(Date.now()) });
  const file = spokenFile(zero, (bytes) => {
    response.write(bytes);
    if (response.writableLength > mostWaitingBytes) response.destroy();
  });
  const leave = program.join(file);
  const ticking = setInterval(() => file.tick(performance.now()), tickMs);
  response.once('close', () => {
    clearInterval(ticking);
    leave();
  });
}
