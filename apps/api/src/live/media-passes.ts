import { Inject, Injectable } from '@nestjs/common';
import type { LiveRequests } from '@yaji/contracts';
import type { MediaNodes } from '@yaji/messaging';
import type { Configuration, Tokens } from '@yaji/platform';
import { mediaAddressOf } from '../media-address.ts';
import { CONFIGURATION, MEDIA_NODES, TOKENS } from '../ports.ts';
import type { LiveRoom } from './live-room.ts';
import { mediaRefusal } from './media-refusal.ts';
import type { Seat } from './seat.ts';

export type Passed = Parameters<Parameters<LiveRequests['mediaPass']>[0]>[0];
export type Streamed = Parameters<Parameters<LiveRequests['streamPass']>[0]>[0];

/** Tells admitted people which media node to go to, and signs their pass. */
@Injectable()
export class MediaPasses {
  constructor(
    @Inject(CONFIGURATION) private readonly configuration: Configuration,
    @Inject(TOKENS) private readonly tokens: Tokens,
    @Inject(MEDIA_NODES) private readonly nodes: MediaNodes,
  ) {}

  async passFor(live: LiveRoom, seat: Seat): Promise<Passed> {
    const refusal = mediaRefusal(live, seat);
    if (refusal) return { refusal };
    const token = await this.tokens.signMediaPass({ roomId: seat.roomId, participantId: seat.participantId });
    return { url: await mediaAddressOf(seat.roomId, this.nodes, this.configuration.mediaUrl), token };
  }

  /** The stream comes from the same node as everything else of the room. */
  async streamFor(live: LiveRoom, seat: Seat): Promise<Streamed> {
    const refusal = mediaRefusal(live, seat);
    if (refusal) return { refusal };
    const pass = await this.tokens.signStreamPass({ roomId: seat.roomId, participantId: seat.participantId });
    return { url: `${await mediaAddressOf(seat.roomId, this.nodes, this.configuration.mediaUrl)}/stream/${pass}/index.m3u8` };
  }
}
