import { Inject, Injectable } from '@nestjs/common';
import { type LiveDoorFault, type LiveAuth, ParticipantId, Place, RoomId } from '@yaji/contracts';
import { PlannedRoomEntity, type Participant } from '@yaji/persistence';
import type { Log } from '@yaji/platform';
import { DataSource } from 'typeorm';
import { z } from 'zod';
import { LOG } from '../ports.ts';
import { SessionService } from '../planning/session/session.service.ts';
import { isUnavailable } from '../unavailable.ts';
import { allowances, Credit } from './credit.ts';
import { withinPatience } from './patience.ts';
import type { Seat } from './seat.ts';

const Auth = z.object({ token: z.string().max(2_000), roomId: RoomId, place: Place.default('remote') }) satisfies z.ZodType<LiveAuth>;

/** A thousand may knock at once, after a process was lost. */
const patienceMs = 8_000;

type Knock = { seat: Seat } | LiveDoorFault;

/** Looks at who wants to connect: the session must hold, and the room be one of its salon. Nothing tells a wrong token from a wrong room's. */
@Injectable()
export class Doorway {
  constructor(private readonly sessions: SessionService, private readonly database: DataSource, @Inject(LOG) private readonly log: Log) {}

  async knock(shown: unknown): Promise<Knock> {
    try {
      return await withinPatience(this.look(shown), patienceMs);
    } catch (error) {
      if (!isUnavailable(error)) this.log.error({ err: error }, 'a connection could not be judged');
      return { code: 'live/unavailable' };
    }
  }

  private async look(shown: unknown): Promise<Knock> {
    const auth = Auth.safeParse(shown);
    const session = auth.success ? await this.sessions.read(auth.data.token) : null;
    if (!auth.success || !session) return { code: 'live/unauthorised' };
    const { participant, invitationId } = session;
    const { roomId, place } = auth.data;
    const { salonId } = participant;
    if (!(await this.database.getRepository(PlannedRoomEntity).existsBy({ roomId, salonId }))) return { code: 'live/not-found' };
    const at = Date.now();
    const credits = { credit: new Credit(allowances.seat, at), applause: new Credit(allowances.reactions, at), captions: new Credit(allowances.captions, at) };
    return { seat: { salonId, roomId, invitationId, place, ...whoIs(participant), ...credits, placed: null } };
  }
}

const whoIs = ({ participantId, role, organisationId, country, languages, group, name, organisation }: Participant): Pick<Seat, 'participantId' | 'person' | 'plate'> => ({
  participantId: ParticipantId.parse(participantId),
  person: { participantId, role, organisationId, country, languages, group },
  plate: { name, organisation },
});
