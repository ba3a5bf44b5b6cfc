import { Inject, Injectable } from '@nestjs/common';
import { emptyDraft } from '@yaji/chronicle';
import type { RoomId, Written, WrittenKind, WrittenLanguage } from '@yaji/contracts';
import { draftOf, editionOf, editionsOf } from '@yaji/persistence';
import type { Tokens } from '@yaji/platform';
import { DataSource } from 'typeorm';
import { AftermathService } from '../aftermath/aftermath.service.ts';
import { Refused } from '../errors.ts';
import type { Caller } from '../planning/session/caller.ts';
import { TOKENS } from '../ports.ts';
import { type Account, Accounts } from './accounts.ts';

type Wanted = { kind: WrittenKind; language: WrittenLanguage };

/** What is written down of a room, for those who were let into it. */
@Injectable()
export class WrittenService {
  constructor(
    private readonly aftermath: AftermathService, private readonly accounts: Accounts, private readonly database: DataSource, @Inject(TOKENS) private readonly tokens: Tokens,
  ) {}

  /** The latest edition; else the draft, which is for moderators where it is a report. */
  async read(caller: Caller, roomId: RoomId, { kind, language }: Wanted): Promise<Written> {
    const isReviewer = (await this.aftermath.admit(caller, roomId)).sees === 'moderating';
    const [editions, edition, stored] = await Promise.all([editionsOf(this.database, roomId, kind), editionOf(this.database, roomId, { kind }), draftOf(this.database, roomId, kind)]);
    const draftWith = (notes: Account['notes']) => (isReviewer ? { revision: stored.revision, draft: stored.draft ?? emptyDraft, notes } : null);
    if (edition) return { isBehind: false, kind, state: 'approved', upTo: edition.upTo, document: edition.detail.documents[language], pictures: await this.links(edition.detail.pictures), editions, draft: draftWith([]) };
    if (kind === 'report' && !isReviewer) throw new Refused('door/not-found');
    const account = await this.accounts.of(roomId, kind);
    const state = stored.draft?.reviewed ? 'reviewed' : 'draft';
    return { kind, state, isBehind: account.isBehind, upTo: account.upTo, document: account.documents[language], pictures: await this.links(account.pictures), editions, draft: draftWith(account.notes) };
  }

  private async links(pictures: Record<string, string>): Promise<Record<string, string>> {
    const links = Object.entries(pictures).map(async ([pictureId, fileId]) => [pictureId, `/api/files/${await this.tokens.signFileLink({ fileId })}`] as const);
    return Object.fromEntries(await Promise.all(links));
  }
}
