import { Inject, Injectable } from '@nestjs/common';
import type { OpsMediaNode, OpsRoom } from '@yaji/contracts';
import type { Engine } from '@yaji/engine';
import type { MediaNodes, Presence } from '@yaji/messaging';
import { DataSource } from 'typeorm';
import { ENGINE, MEDIA_NODES, PRESENCE } from '../ports.ts';
import { roomsLive } from './rooms-live.ts';

/** The rooms that are open, and what carries them. */
@Injectable()
export class RoomsNow {
  constructor(
    private readonly database: DataSource,
    @Inject(ENGINE) private readonly engine: Engine,
    @Inject(PRESENCE) private readonly presence: Presence,
    @Inject(MEDIA_NODES) private readonly mediaNodes: MediaNodes,
  ) {}

  read(): Promise<OpsRoom[]> {
    const { database, engine, presence } = this;
    return roomsLive({ database, engine, presence });
  }

  async media(): Promise<OpsMediaNode[] | 'unknown'> {
    const nodes = await this.mediaNodes.list();
    return nodes === 'unknown' ? nodes : nodes.map(({ nodeId, url, load, workers, people }) => ({ nodeId, url, load, workers: workers ?? null, people: people ?? null }));
  }
}
