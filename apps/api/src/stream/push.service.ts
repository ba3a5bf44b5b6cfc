import { randomUUID } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { CommandId, type PushBody, PushId, type PushList, type PushSeen, type RoomId } from '@yaji/contracts';
import type { Engine } from '@yaji/engine';
import { type KeptPush, PlannedRoomEntity, type PushAddresses } from '@yaji/persistence';
import { type Configuration, reach, type Unreached } from '@yaji/platform';
import { viewerOf } from '@yaji/salon';
import { DataSource } from 'typeorm';
import { type ProblemCode, Refused } from '../errors.ts';
import type { Caller } from '../planning/session/caller.ts';
import { CONFIGURATION, ENGINE, PUSH_ADDRESSES } from '../ports.ts';
import { maskedKey, readPushAddress } from './push-address.ts';

const unreached: Readonly<Record<Unreached, ProblemCode>> = { 'host-unknown': 'push/host-unknown', 'host-forbidden': 'push/host-forbidden' };

/** Addresses to push to. Who may keep them is read from the room's own state; what is told of them says the host and never the key. */
@Injectable()
export class PushService {
  constructor(
    private readonly database: DataSource,
    @Inject(ENGINE) private readonly engine: Engine,
    @Inject(PUSH_ADDRESSES) private readonly addresses: PushAddresses,
    @Inject(CONFIGURATION) private readonly configuration: Configuration,
  ) {}

  async keep(caller: Caller, roomId: RoomId, body: PushBody): Promise<PushSeen> {
    await this.letIn(caller, roomId);
    const address = readPushAddress(body);
    if (!address) throw new Refused('push/address');
    const reached = await reach(address.host, this.configuration.pushPrivate);
    if (!reached.ok) throw new Refused(unreached[reached.error]);
    const push = { pushId: PushId.parse(randomUUID()), roomId, label: body.label, madeBy: caller.participantId, address };
    if (!await this.addresses.keep(push)) throw new Refused('push/too-many');
    return seen({ ...push, madeAt: Date.now() });
  }

  async list(caller: Caller, roomId: RoomId): Promise<PushList> {
    await this.letIn(caller, roomId);
    return { pushes: (await this.addresses.list(roomId)).map(seen) };
  }

  async remove(caller: Caller, roomId: RoomId, pushId: PushId): Promise<void> {
    await this.letIn(caller, roomId);
    if (!await this.addresses.remove(roomId, pushId)) throw new Refused('door/not-found');
    // One that has just lost the right to stop it has removed it all the same: the media node ends what has no address when it next looks for it.
    await this.engine.handle(roomId, { type: 'stream.stopPush', data: { pushId } }, { by: caller.participantId, commandId: CommandId.parse(randomUUID()) });
  }

  /** Moderators; nobody else learns even that the room exists. */
  private async letIn({ participantId, salonId }: Caller, roomId: RoomId): Promise<void> {
    if (!await this.database.getRepository(PlannedRoomEntity).existsBy({ roomId, salonId })) throw new Refused('door/not-found');
    const { room } = await this.engine.now(roomId);
    if (room.phase !== 'open' || viewerOf(room, participantId).sees !== 'moderating') throw new Refused('door/not-found');
  }
}

const seen = ({ pushId, label, madeAt, address }: KeptPush): PushSeen => ({
  pushId, label, madeAt, host: address && address.host, key: address && maskedKey(address.key),
});
