import { All, Controller, Delete, Inject, type OnModuleDestroy, Options, Param, Patch, Post, Req, Res } from '@nestjs/common';
import { RoomId } from '@yaji/contracts';
import { err, ok, type Result } from '@yaji/kit';
import type { Request, Response } from 'express';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { MEDIA_NODE, type MediaNode } from '../node/media-node.ts';
import type { Encoder } from './encoder.ts';
import { Encoders } from './encoders.ts';
import { problemOf, problems, type Refused } from './problems.ts';
import { readBody } from './read-body.ts';

const offersPerMinute = 30;
const unknownRoom = '00000000-0000-0000-0000-000000000000' as RoomId;
const roomIn = (written: string): RoomId => RoomId.safeParse(written).data ?? unknownRoom;
const bearerOf = ({ headers: { authorization } }: Request): string => /^Bearer (\S+)$/i.exec(authorization ?? '')?.[1] ?? '';
const isOf = (request: Request, type: string): boolean => request.headers['content-type']?.split(';')[0]?.trim().toLowerCase() === type;

/** WHIP (RFC 9725): encoders send for a person of the room. What it takes and what it does not is in docs/protocol-media.md. */
@Controller('whip')
export class WhipController implements OnModuleDestroy {
  private readonly encoders: Encoders;
  private readonly limiter = new RateLimiterMemory({ points: offersPerMinute, duration: 60 });

  constructor(@Inject(MEDIA_NODE) private readonly node: MediaNode) {
    this.encoders = new Encoders(node);
  }

  onModuleDestroy(): void {
    this.encoders.close();
  }

  @Options([':room', ':room/:session'])
  ask(@Res() response: Response): void {
    open(response);
    response.setHeader('access-control-allow-methods', 'POST, PATCH, DELETE, OPTIONS');
    response.setHeader('access-control-allow-headers', 'Authorization, Content-Type, If-Match');
    response.setHeader('access-control-max-age', '86400');
    response.setHeader('accept-post', 'application/sdp');
    response.status(204).end();
  }

  @Post(':room')
  async offer(@Param('room') room: string, @Req() request: Request, @Res() response: Response): Promise<void> {
    await this.answered(response, async () => {
      if (!await this.mayAsk(request)) return err({ code: 'ingest/too-fast' });
      if (!isOf(request, 'application/sdp')) return err({ code: 'ingest/media-type' });
      const offered = await readBody(request);
      if (offered === null) return err({ code: 'ingest/too-large' });
      const roomId = roomIn(room);
      const taken = await this.encoders.take({ roomId, token: bearerOf(request) }, offered);
      if (!taken.ok) return taken;
      const { encoder: { session, tag }, answer } = taken.value;
      response.setHeader('location', `/whip/${roomId}/${session.id}`);
      response.setHeader('etag', tag);
      response.status(201).type('application/sdp').send(answer);
      return ok(null);
    });
  }

  /** ICE lite needs no candidates of the other side: they are taken note of. */
  @Patch(':room/:session')
  async trickle(@Param('room') room: string, @Param('session') id: string, @Req() request: Request, @Res() response: Response): Promise<void> {
    await this.answered(response, async () => {
      const found = await this.encoder(room, id, request);
      if (!found.ok) return found;
      if (!isOf(request, 'application/trickle-ice-sdpfrag')) return err({ code: 'ingest/media-type' });
      if (await readBody(request) === null) return err({ code: 'ingest/too-large' });
      const tag = request.headers['if-match'];
      if (tag === undefined) return err({ code: 'ingest/etag-needed' });
      if (tag === '*') return err({ code: 'ingest/no-restart' });
      if (tag !== found.value.tag) return err({ code: 'ingest/etag' });
      response.status(204).end();
      return ok(null);
    });
  }

  @Delete(':room/:session')
  async end(@Param('room') room: string, @Param('session') id: string, @Req() request: Request, @Res() response: Response): Promise<void> {
    await this.answered(response, async () => {
      const found = await this.encoder(room, id, request);
      if (!found.ok) return found;
      found.value.session.end();
      response.status(200).end();
      return ok(null);
    });
  }

  @All([':room', ':room/:session'])
  other(@Res() response: Response): void {
    response.setHeader('allow', 'POST, PATCH, DELETE, OPTIONS');
    refuse(response, { code: 'ingest/method' });
  }

  private async encoder(room: string, id: string, request: Request): Promise<Result<Encoder, Refused>> {
    const found = await this.encoders.find({ roomId: roomIn(room), token: bearerOf(request) }, id);
    return found.ok ? found : err({ code: found.error });
  }

  private async mayAsk({ ip = 'unknown' }: Request): Promise<boolean> {
    try {
      await this.limiter.consume(ip);
      return true;
    } catch (spent) {
      if (spent instanceof RateLimiterRes) return false;
      throw spent;
    }
  }

  /** What goes wrong on our side is told as such, and noted. */
  private async answered(response: Response, work: () => Promise<Result<null, Refused>>): Promise<void> {
    open(response);
    try {
      const done = await work();
      if (!done.ok) refuse(response, done.error);
    } catch (cause) {
      this.node.log.error({ err: cause }, 'an encoder could not be answered');
      if (!response.headersSent) refuse(response, { code: 'ingest/busy' });
    }
  }
}

/** Encoders in a page of any origin may come: it is the key that lets in, and no cookie does. */
function open(response: Response): void {
  response.setHeader('access-control-allow-origin', '*');
  response.setHeader('access-control-expose-headers', 'Location, ETag, Accept-Post, Retry-After');
}

const retryAfterSeconds: Partial<Record<Refused['code'], number>> = { 'ingest/busy': 5, 'ingest/too-fast': 60 };

function refuse(response: Response, refused: Refused): void {
  const after = retryAfterSeconds[refused.code];
  if (after !== undefined) response.setHeader('retry-after', String(after));
  if (refused.code === 'ingest/unauthorised') response.setHeader('www-authenticate', 'Bearer');
  // What was not read of a body that is too large is not waited for.
  if (refused.code === 'ingest/too-large') response.setHeader('connection', 'close');
  response.status(problems[refused.code].status).type('application/problem+json').send(JSON.stringify(problemOf(refused)));
}
