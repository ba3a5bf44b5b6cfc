import type { Invitation, RoomId } from '@yaji/contracts';
import type { StoredInvitation } from '@yaji/persistence';
import type { Configuration, Tokens } from '@yaji/platform';

/** The link stands in the fragment: browsers do not send it, so it is in no log on the way. */
export async function linkTo(invitation: StoredInvitation, { publicUrl }: Pick<Configuration, 'publicUrl'>, tokens: Tokens): Promise<string> {
  const { invitationId, salonId, expiresAt } = invitation;
  const token = await tokens.signInvitation({ invitationId, salonId }, expiresAt);
  return `${publicUrl}/s/${salonId}/join#invitation=${token}`;
}

/** The same link, to a seat in the hall: the list and the questions on a telephone, never sound. `roomId` left out: the room that is open. */
export const seatIn = (link: string, roomId?: RoomId): string => `${link}&to=seat${roomId === undefined ? '' : `&room=${roomId}`}`;

export async function shown(invitation: StoredInvitation, configuration: Pick<Configuration, 'publicUrl'>, tokens: Tokens): Promise<Invitation> {
  const { invitationId, role, participantId, expiresAt, revokedAt } = invitation;
  return { invitationId, role, participantId, expiresAt, revokedAt, url: await linkTo(invitation, configuration, tokens) };
}
