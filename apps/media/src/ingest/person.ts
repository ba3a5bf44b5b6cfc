import { randomUUID } from 'node:crypto';
import type { CommandId, ParticipantId, RoomId } from '@yaji/contracts';
import type { Engine } from '@yaji/engine';
import { err, ok, type Result } from '@yaji/kit';
import type { OfferProblem } from '../offers/problems.ts';

/**
 * An encoder is its person's presence: whoever is not here comes in with it, as with a browser. Never anybody whom the room has not let in
 * or has removed. Rejects when the room's log cannot be reached.
 */
export async function bringIn(engine: Engine, roomId: RoomId, participantId: ParticipantId): Promise<Result<null, OfferProblem>> {
  const { room } = await engine.now(roomId);
  const member = room.members[participantId];
  if (room.phase !== 'open' || !member?.name) return err('ingest/not-admitted');
  const { standing, place, role, organisationId, country, languages, group, name, organisation } = member;
  if (standing !== 'admitted' && standing !== 'expected') return err('ingest/not-admitted');
  if (place === 'hall') return err('ingest/in-the-hall');
  if (place === 'remote') return ok(null);
  const person = { participantId, role, organisationId, country, languages: [...languages], group };
  const plate = { name: { ...name }, organisation: organisation && { ...organisation } };
  const outcome = await engine.handle(roomId, { type: 'member.enter', data: { person, plate, place: 'remote', message: null } }, { by: null, commandId: randomUUID() as CommandId });
  return outcome.ok ? ok(null) : err('ingest/not-admitted');
}
