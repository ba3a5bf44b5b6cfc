import { All, Controller, Delete, Inject, type OnModuleDestroy, Options, Param, Patch, Post, Req, Res } from '@nestjs/common';
import { err, ok, type Result } from '@yaji/kit';
import type { Request, Response } from 'express';
import { MEDIA_NODE, type MediaNode } from '../node/media-node.ts';
import type { Encoder } from './encoder.ts';
import { Encoders } from './encoders.ts';
import { answered, bearerOf, isOf, OfferLimit, refuseMethod, roomIn, tellCreated, tellOptions } from '../offers/door.ts';
import { checkCandidate } from '../offers/candidate.ts';
import type { Refused } from '../offers/problems.ts';
import { readBody } from '../offers/read-body.ts';

/** WHIP (RFC 9725): encoders send for a person of the room. What it takes and what it does not is in docs/protocol-media.md. */
@Controller('whip')
export class WhipController implements OnModuleDestroy {
  private readonly encoders: Encoders;
  private readonly limit = new OfferLimit();

  constructor(@Inject(MEDIA_NODE) private readonly node: MediaNode) {
    this.encoders = new Encoders(node);
  }

  onModuleDestroy(): void {
    this.encoders.close();
  }

  @Options([':room', ':room/:session'])
  ask(@Res() response: Response): void {
    tellOptions(response);
  }

  @Post(':room')
  async offer(@Param('room') room: string, @Req() request: Request, @Res() response: Response): Promise<void> {
    await answered(response, this.node.log, async () => {
      if (!await this.limit.take(request)) return err({ code: 'ingest/too-fast' });
      if (!isOf(request, 'application/sdp')) return err({ code: 'ingest/media-type' });
      const offered = await readBody(request);
      if (offered === null) return err({ code: 'ingest/too-large' });
      const roomId = roomIn(room);
      const taken = await this.encoders.take({ roomId, token: bearerOf(request) }, offered);
      if (!taken.ok) return taken;
      const { encoder: { session, tag }, answer } = taken.value;
      tellCreated(response, { location: `/whip/${roomId}/${session.id}`, tag, answer });
      return ok(null);
    });
  }

  /** ICE lite needs no candidates of the other side: they are taken note of. */
  @Patch(':room/:session')
  async trickle(@Param('room') room: string, @Param('session') id: string, @Req() request: Request, @Res() response: Response): Promise<void> {
    await answered(response, this.node.log, async () => {
      const found = await this.encoder(room, id, request);
      if (!found.ok) return found;
      const checked = await checkCandidate(request, found.value.tag);
      if (!checked.ok) return checked;
      response.status(204).end();
      return ok(null);
    });
  }

  @Delete(':room/:session')
  async end(@Param('room') room: string, @Param('session') id: string, @Req() request: Request, @Res() response: Response): Promise<void> {
    await answered(response, this.node.log, async () => {
      const found = await this.encoder(room, id, request);
      if (!found.ok) return found;
      found.value.session.end();
      response.status(200).end();
      return ok(null);
    });
  }

  @All([':room', ':room/:session'])
  other(@Res() response: Response): void {
    refuseMethod(response);
  }

  private async encoder(room: string, id: string, request: Request): Promise<Result<Encoder, Refused>> {
    const found = await this.encoders.find({ roomId: roomIn(room), token: bearerOf(request) }, id);
    return found.ok ? found : err({ code: found.error });
  }
}
