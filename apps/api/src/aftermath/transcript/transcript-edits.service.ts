import { Injectable } from '@nestjs/common';
import { type Glossary, LineEdit, type LineHistory, type LineId, type Replaced, Replacement, type RoomId, type SalonId, Glossary as GlossarySchema } from '@yaji/contracts';
import { editLines, glossaryOf, historyOf, type LineChange, setGlossary, transcriptOf } from '@yaji/persistence';
import { replacedIn } from '@yaji/salon';
import { DataSource } from 'typeorm';
import type { z } from 'zod';
import { Refused } from '../../errors.ts';
import { ModerationService } from '../../planning/moderation.service.ts';
import type { Caller } from '../../planning/session/caller.ts';
import { AftermathService } from '../aftermath.service.ts';

const shownMost = 50;
const textMost = 2_000;

/** What moderators change of a transcript, and how their salon wants names written. */
@Injectable()
export class TranscriptEdits {
  constructor(private readonly aftermath: AftermathService, private readonly moderation: ModerationService, private readonly database: DataSource) {}

  async edit(caller: Caller, roomId: RoomId, { lineId, edit }: { lineId: LineId; edit: unknown }): Promise<void> {
    await this.requireModerator(caller, roomId);
    const { before, text } = parsed(LineEdit, edit);
    if (!(await transcriptOf(this.database, roomId)).some((line) => line.lineId === lineId)) throw new Refused('door/not-found');
    await this.write(roomId, caller, [{ lineId, before, after: text }]);
  }

  async history(caller: Caller, roomId: RoomId, lineId: LineId): Promise<LineHistory> {
    await this.requireModerator(caller, roomId);
    return { edits: await historyOf(this.database, roomId, lineId) };
  }

  /** What a replacement would do; or does, if it still finds what was seen. A line of which nothing would be left is left as it is. */
  async replace(caller: Caller, roomId: RoomId, body: unknown): Promise<Replaced> {
    await this.requireModerator(caller, roomId);
    const wanted = parsed(Replacement, body);
    const changes = (await transcriptOf(this.database, roomId)).flatMap(({ lineId, text }): LineChange[] => {
      const after = replacedIn(text, wanted).replace(/\s+/g, ' ').trim().slice(0, textMost);
      return after === text || after === '' ? [] : [{ lineId, before: text, after }];
    });
    const answer = { found: changes.length, lines: changes.slice(0, shownMost) };
    if (wanted.apply === null) return { ...answer, applied: false };
    if (wanted.apply.found !== changes.length) throw new Refused('transcript/changed');
    await this.write(roomId, caller, changes);
    return { ...answer, applied: true };
  }

  async glossary(caller: Caller, salonId: SalonId): Promise<Glossary> {
    await this.requireModeratorOf(caller, salonId);
    return { terms: await glossaryOf(this.database, salonId) };
  }

  async setGlossary(caller: Caller, salonId: SalonId, body: unknown): Promise<void> {
    await this.requireModeratorOf(caller, salonId);
    const { terms } = parsed(GlossarySchema, body);
    await setGlossary(this.database, salonId, { terms, by: caller.participantId });
  }

  private async write(roomId: RoomId, { participantId: by }: Caller, changes: readonly LineChange[]): Promise<void> {
    if ((await editLines(this.database, roomId, { by, changes })) === 'stale') throw new Refused('transcript/changed');
  }

  private async requireModerator(caller: Caller, roomId: RoomId): Promise<void> {
    if ((await this.aftermath.admit(caller, roomId)).sees !== 'moderating') throw new Refused('door/not-found');
  }

  private async requireModeratorOf(caller: Caller, salonId: SalonId): Promise<void> {
    if (caller.salonId !== salonId) throw new Refused('door/not-found');
    await this.moderation.requireModerator(caller);
  }
}

function parsed<T extends z.ZodType>(schema: T, body: unknown): z.infer<T> {
  const read = schema.safeParse(body);
  if (!read.success) throw new Refused('contract/invalid', read.error.issues.map(({ path, message }) => ({ path: path.join('.'), message })));
  return read.data;
}
