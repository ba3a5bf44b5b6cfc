import { createHash, timingSafeEqual } from 'node:crypto';
import { All, Controller, Delete, Inject, Options, Param, Patch, Post, Req, Res } from '@nestjs/common';
import { err, ok, type Result } from '@yaji/kit';
import type { Request, Response } from 'express';
import { MEDIA_NODE, type MediaNode } from '../node/media-node.ts';
import { checkCandidate } from '../offers/candidate.ts';
import { answered, bearerOf, isOf, OfferLimit, refuseMethod, roomIn, tellCreated, tellOptions } from '../offers/door.ts';
import type { Refused } from '../offers/problems.ts';
import { readBody } from '../offers/read-body.ts';
import { readOffer } from '../offers/sdp/offer.ts';
import { welcome } from '../session/reception.ts';
import { openViewer, type Viewer } from './viewer.ts';

const digest = (token: string): Buffer => createHash('sha256').update(token).digest();

/** WHEP (draft-ietf-wish-whep): a player of a person of the room watches its program. See docs/protocol-media.md. */
@Controller('whep')
export class WhepController {
  private readonly limit = new OfferLimit();
  /** By session. `pass`: a digest of the pass that it came by, which is over before long and still ends what it began. */
  private readonly open = new Map<string, { viewer: Viewer; pass: Buffer }>();

  constructor(@Inject(MEDIA_NODE) private readonly node: MediaNode) {}

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
      const taken = await this.take(roomIn(room), bearerOf(request), offered);
      if (!taken.ok) return taken;
      const { viewer: { session, tag }, answer } = taken.value;
      tellCreated(response, { location: `/whep/${session.studio.roomId}/${session.id}`, tag, answer });
      return ok(null);
    });
  }

  @Patch(':room/:session')
  async trickle(@Param('session') id: string, @Req() request: Request, @Res() response: Response): Promise<void> {
    await answered(response, this.node.log, async () => {
      const viewer = this.find(id, bearerOf(request));
      if (!viewer) return err({ code: 'ingest/unknown' });
      const checked = await checkCandidate(request, viewer.tag);
      if (!checked.ok) return checked;
      response.status(204).end();
      return ok(null);
    });
  }

  @Delete(':room/:session')
  async end(@Param('session') id: string, @Req() request: Request, @Res() response: Response): Promise<void> {
    await answered(response, this.node.log, async () => {
      const viewer = this.find(id, bearerOf(request));
      if (!viewer) return err({ code: 'ingest/unknown' });
      viewer.session.end();
      response.status(200).end();
      return ok(null);
    });
  }

  @All([':room', ':room/:session'])
  other(@Res() response: Response): void {
    refuseMethod(response);
  }

  private async take(roomId: string, token: string, offered: string): Promise<Result<{ viewer: Viewer; answer: string }, Refused>> {
    const { node } = this;
    if (node.isDraining()) return err({ code: 'ingest/busy' });
    const claims = await node.tokens.verifyMediaPass(token);
    if (claims?.roomId !== roomId) return err({ code: 'egress/unauthorised' });
    const offer = readOffer(offered, 'receive');
    if (!offer.ok) return err({ code: 'ingest/malformed', because: offer.error });
    const received = await welcome(claims, node);
    if (!received.ok) return err({ code: received.error === 'media/busy' ? 'ingest/busy' : 'egress/not-a-listener' });
    const opened = await openViewer(received.value, offer.value);
    if (!opened.ok) return opened;
    for (const [id, { viewer }] of this.open) if (viewer.session.isOver) this.open.delete(id);
    this.open.set(opened.value.viewer.session.id, { viewer: opened.value.viewer, pass: digest(token) });
    return opened;
  }

  /** The session that was opened by this very pass; nobody else's can be told from none. */
  private find(id: string, token: string): Viewer | null {
    const found = this.open.get(id);
    return found && !found.viewer.session.isOver && timingSafeEqual(found.pass, digest(token)) ? found.viewer : null;
  }
}
