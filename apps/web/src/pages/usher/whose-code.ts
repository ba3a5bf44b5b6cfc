import type { InvitationSeen, ParticipantId, SalonId } from '@yaji/contracts';
import type { RoomView } from '../../live/room-view.ts';
import { invitationIn } from '../join/invitation-in.ts';

/**
 * Whose code was read. `strange`: no invitation of ours. `elsewhere`: to another salon. `general`: to whoever has it, so it says nothing of
 * who holds it. `unlisted`: of somebody whom this room does not know.
 */
export type Read = { is: 'known'; participantId: ParticipantId } | { is: 'strange' | 'elsewhere' | 'general' | 'unlisted' };
type Ask = (invitation: string) => Promise<InvitationSeen>;

/** Asks the server, because only it knows what a link is worth; rejects as `ask` does. */
export async function whoseCode({ room }: Pick<RoomView, 'room'>, code: string, ask: Ask): Promise<Read> {
  const found = invitationIn(code);
  if (!found) return { is: 'strange' };
  const { salonId, participantId } = await ask(found.invitation);
  if (!isOf(room.salonId, salonId)) return { is: 'elsewhere' };
  if (participantId === null) return { is: 'general' };
  return room.members[participantId] ? { is: 'known', participantId } : { is: 'unlisted' };
}

const isOf = (here: SalonId | null, salonId: SalonId): boolean => here === null || here === salonId;
