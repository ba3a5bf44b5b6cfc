import { Inject, Injectable } from '@nestjs/common';
import type { RoomId } from '@yaji/contracts';
import type { MediaNodes } from '@yaji/messaging';
import type { Configuration, IngestClaims, Tokens } from '@yaji/platform';
import { mediaAddressOf } from '../media-address.ts';
import { CONFIGURATION, MEDIA_NODES, TOKENS } from '../ports.ts';

/** Where encoders of a room connect, and what they show there. */
@Injectable()
export class IngestAddresses {
  constructor(
    @Inject(TOKENS) private readonly tokens: Tokens,
    @Inject(MEDIA_NODES) private readonly nodes: MediaNodes,
    @Inject(CONFIGURATION) private readonly configuration: Configuration,
  ) {}

  async of(roomId: RoomId): Promise<string> {
    return `${await mediaAddressOf(roomId, this.nodes, this.configuration.mediaUrl)}/whip/${roomId}`;
  }

  /** `expiresAt`: UTC milliseconds. */
  async keyFor(claims: IngestClaims & { roomId: RoomId }, expiresAt: number): Promise<{ url: string; token: string }> {
    return { url: await this.of(claims.roomId), token: await this.tokens.signIngest(claims, expiresAt) };
  }
}
