import { randomUUID } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { type AnyCommand, CommandId, type IngestBody, type IngestList, type IngestMade, ParticipantId, type RoomId } from '@yaji/contracts';
import type { Engine } from '@yaji/engine';
import { type IngestKeys, PlannedRoomEntity, SalonEntity } from '@yaji/persistence';
import { isModerating, viewerOf } from '@yaji/salon';
import { DataSource } from 'typeorm';
import { Refused } from '../errors.ts';
import type { Caller } from '../planning/session/caller.ts';
import { ENGINE, INGEST_KEYS } from '../ports.ts';
import { dayEndOf } from './day-end.ts';
import { IngestAddresses } from './ingest-addresses.ts';

/** An encoder says that it is there every two seconds. */
const usedMs = 10_000;
const mostKeysOfPerson = 20;

/** Keys by which encoders send for people of a room. Who may make them is read from the room's own state. */
@Injectable()
export class IngestService {
  constructor(
    private readonly database: DataSource,
    @Inject(ENGINE) private readonly engine: Engine,
    @Inject(INGEST_KEYS) private readonly keys: IngestKeys,
    private readonly addresses: IngestAddresses,
  ) {}

  async make(caller: Caller, roomId: RoomId, body: IngestBody): Promise<IngestMade> {
    const may = await this.rightsOf(caller, roomId);
    if (!may.all && !('participantId' in body && body.participantId === caller.participantId)) throw new Refused('door/not-found');
    const participantId = 'participantId' in body ? await this.known(roomId, body.participantId) : await this.introduce(caller, roomId, body.name);
    const standing = (await this.keys.list(roomId)).filter((key) => key.participantId === participantId);
    if (standing.length >= mostKeysOfPerson) throw new Refused('contract/invalid', [{ path: 'participantId', message: `has ${mostKeysOfPerson} keys already: take one back` }]);
    const ingestId = randomUUID();
    const now = Date.now();
    const { endsAt, timeZone } = await this.database.getRepository(SalonEntity).findOneByOrFail({ salonId: caller.salonId });
    const expiresAt = dayEndOf(Math.max(endsAt, now), timeZone);
    await this.keys.make({ ingestId, roomId, participantId, label: body.label, madeBy: caller.participantId, madeAt: now, expiresAt, usedAt: null });
    return { ingestId, participantId, ...await this.addresses.keyFor({ roomId, participantId, ingestId }, expiresAt), expiresAt };
  }

  async list(caller: Caller, roomId: RoomId): Promise<IngestList> {
    const may = await this.rightsOf(caller, roomId);
    const keys = (await this.keys.list(roomId)).filter(({ participantId }) => may.all || participantId === caller.participantId);
    const url = await this.addresses.of(roomId);
    const since = Date.now() - usedMs;
    return { keys: keys.map(({ ingestId, participantId, label, madeAt, expiresAt, usedAt }) => ({ ingestId, participantId, label, url, madeAt, expiresAt, inUse: (usedAt ?? 0) > since })) };
  }

  async revoke(caller: Caller, roomId: RoomId, ingestId: string): Promise<void> {
    const { keys } = await this.list(caller, roomId);
    if (!keys.some((key) => key.ingestId === ingestId) || !await this.keys.revoke(roomId, ingestId)) throw new Refused('door/not-found');
  }

  /** Moderators all keys, speakers their own; whoever is neither learns not even that the room exists. */
  private async rightsOf({ participantId, salonId }: Caller, roomId: RoomId): Promise<{ all: boolean }> {
    if (!await this.database.getRepository(PlannedRoomEntity).existsBy({ roomId, salonId })) throw new Refused('door/not-found');
    const { room } = await this.engine.now(roomId);
    const { sees } = viewerOf(room, participantId);
    const role = room.members[participantId]?.role;
    if (room.phase !== 'open' || sees === 'outside' || (role !== 'speaker' && !(role && isModerating(role)))) throw new Refused('door/not-found');
    return { all: sees === 'moderating' };
  }

  private async known(roomId: RoomId, participantId: ParticipantId): Promise<ParticipantId> {
    const standing = (await this.engine.now(roomId)).room.members[participantId]?.standing;
    if (standing !== 'admitted' && standing !== 'expected') throw new Refused('contract/invalid', [{ path: 'participantId', message: 'is nobody of this room' }]);
    return participantId;
  }

  /** A camera by its name: somebody of the room's log alone, present until a moderator removes it. */
  private async introduce({ participantId: by }: Caller, roomId: RoomId, name: Record<string, string>): Promise<ParticipantId> {
    const participantId = ParticipantId.parse(randomUUID());
    const person = { participantId, role: 'speaker' as const, organisationId: null, country: null, languages: [] };
    await this.say(roomId, { type: 'member.enter', data: { person, plate: { name, organisation: null }, place: 'remote', message: null } }, null);
    const { room } = await this.engine.now(roomId);
    // Where speakers wait in the lobby a moderator's word lets this one in, and then it comes.
    if (room.members[participantId]?.standing === 'waiting') await this.say(roomId, { type: 'member.admit', data: { participantId } }, by);
    return participantId;
  }

  private async say(roomId: RoomId, command: AnyCommand, by: ParticipantId | null): Promise<void> {
    const outcome = await this.engine.handle(roomId, command, { by, commandId: CommandId.parse(randomUUID()) });
    if (!outcome.ok) throw new Refused('contract/invalid', [{ path: 'name', message: outcome.refusal.code }]);
  }
}
