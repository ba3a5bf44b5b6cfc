import { Inject, Injectable } from '@nestjs/common';
import { emptyDraft, offeredActions } from '@yaji/chronicle';
import type { ActionSuggestion, RoomId } from '@yaji/contracts';
import type { Engine } from '@yaji/engine';
import { draftOf, editionOf, leftBehind } from '@yaji/persistence';
import type { Storage } from '@yaji/platform';
import { DataSource } from 'typeorm';
import { AftermathService } from '../aftermath/aftermath.service.ts';
import { Refused } from '../errors.ts';
import type { Caller } from '../planning/session/caller.ts';
import { ENGINE, STORAGE } from '../ports.ts';

/** What sounded like a task or a decision, for those who review the minutes. */
@Injectable()
export class SuggestionService {
  constructor(
    private readonly aftermath: AftermathService, private readonly database: DataSource,
    @Inject(ENGINE) private readonly engine: Engine, @Inject(STORAGE) private readonly storage: Storage,
  ) {}

  /** None once the minutes are approved: nothing can be taken up any more. Refused while the room is open, as its minutes are. */
  async offered(caller: Caller, roomId: RoomId): Promise<ActionSuggestion[]> {
    if ((await this.aftermath.admit(caller, roomId)).sees !== 'moderating') throw new Refused('door/not-found');
    const log = await this.engine.read(roomId, 0);
    if (!log.some(({ type }) => type === 'RoomClosed')) throw new Refused('door/not-found');
    if (await editionOf(this.database, roomId, { kind: 'minutes' })) return [];
    const [{ lines, timeZone }, { draft }] = await Promise.all([leftBehind(this.database, this.storage, roomId), draftOf(this.database, roomId, 'minutes')]);
    return offeredActions(log, { lines, timeZone }, draft ?? emptyDraft);
  }
}
