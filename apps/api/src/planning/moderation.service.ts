import { Inject, Injectable } from '@nestjs/common';
import type { Role } from '@yaji/contracts';
import type { Engine } from '@yaji/engine';
import { isModerating } from '@yaji/salon';
import { DataSource } from 'typeorm';
import { Refused } from '../errors.ts';
import { ENGINE } from '../ports.ts';
import { progressOf } from './planned-rooms.ts';
import type { Caller } from './session/caller.ts';

const rank: readonly Role[] = ['moderator', 'owner'];

/** Who may decide about links: what the live rooms say of a person counts before what was planned. */
@Injectable()
export class ModerationService {
  constructor(private readonly database: DataSource, @Inject(ENGINE) private readonly engine: Engine) {}

  /** The caller's highest role of those that he has now. Refused when he does not moderate: whoever does not, learns nothing. */
  async requireModerator({ participantId, salonId, role }: Caller): Promise<Role> {
    const open = (await progressOf(this.database, [salonId])).filter(({ opened }) => opened);
    const live: Role[] = [];
    for (const { roomId } of open) {
      const member = (await this.engine.now(roomId)).room.members[participantId];
      if (member) live.push(member.standing === 'removed' || member.standing === 'declined' ? 'attendee' : member.role);
    }
    const best = (live.length > 0 ? live : [role]).reduce((high, one) => (rank.indexOf(one) > rank.indexOf(high) ? one : high));
    if (!isModerating(best)) throw new Refused('door/not-found');
    return best;
  }
}
