import { createHash } from 'node:crypto';
import { CommandId, type CommandOf, type Role, type RoomId } from '@yaji/contracts';
import { ParticipantEntity, PlannedRoomEntity, SalonEntity } from '@yaji/persistence';
import { type DataSource, IsNull, Not } from 'typeorm';

/** Who may come in before the doors are open, to get ready. */
const early = new Set<Role>(['owner', 'moderator', 'speaker']);

/** The same id whoever opens the room, so that it is opened once. RFC 9562, version 8: our own digest. */
export function openingId(roomId: RoomId): CommandId {
  const digest = createHash('sha256').update(`room.open ${roomId}`).digest();
  digest.writeUInt8((digest.readUInt8(6) & 0x0f) | 0x80, 6);
  digest.writeUInt8((digest.readUInt8(8) & 0x3f) | 0x80, 8);
  const hex = digest.toString('hex', 0, 16);
  return CommandId.parse(hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5'));
}

export const mayOpen = (role: Role, doorsOpenAt: number, at: number): boolean => at >= doorsOpenAt || early.has(role);

/** When the doors of a room open, UTC milliseconds. */
export async function doorsOpenAt(roomId: RoomId, database: DataSource): Promise<number> {
  const { salonId } = await database.getRepository(PlannedRoomEntity).findOneByOrFail({ roomId });
  return (await database.getRepository(SalonEntity).findOneByOrFail({ salonId })).doorsOpenAt;
}

/** The plan of a room, as its log will begin: the people of the programme are expected, guests come as they come. */
export async function openingOf(roomId: RoomId, database: DataSource): Promise<CommandOf<'room.open'>> {
  const { salonId, title, agenda, rules, polls, electorate, motions, awards } = await database.getRepository(PlannedRoomEntity).findOneByOrFail({ roomId });
  const [{ languages }, people] = await Promise.all([
    database.getRepository(SalonEntity).findOneByOrFail({ salonId }),
    database.getRepository(ParticipantEntity).find({ where: { salonId, position: Not(IsNull()) }, order: { position: 'ASC' } }),
  ]);
  return {
    type: 'room.open',
    data: {
      plan: { salonId, roomId, title, languages, agenda, rules },
      polls, motions, awards,
      ...(electorate.electors.length > 0 ? { electorate } : {}),
      people: people.map(({ participantId, role, organisationId, country, languages: spoken, group, name, organisation }) => ({
        person: { participantId, role, organisationId, country, languages: spoken, group }, plate: { name, organisation }, place: null,
      })),
    },
  };
}
