import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { amended, changed, emptyDraft } from '@yaji/chronicle';
import type { Amendment, DraftChange, Edition, RoomId, WrittenKind } from '@yaji/contracts';
import { changeDraft, draftOf, type EditionDetail, editionOf, editionsOf, keepEdition } from '@yaji/persistence';
import canonicalize from 'canonicalize';
import { DataSource } from 'typeorm';
import { AftermathService } from '../aftermath/aftermath.service.ts';
import { Refused } from '../errors.ts';
import type { Caller } from '../planning/session/caller.ts';
import { Accounts } from './accounts.ts';

const isOfMinutes = ({ what }: DraftChange): boolean => what === 'action' || what === 'drop-action' || what === 'pass-over';

type Signed = Omit<Edition, 'digest'> & { detail: EditionDetail };

/** From the draft to the edition, and to those that amend it. */
@Injectable()
export class EditionService {
  constructor(private readonly aftermath: AftermathService, private readonly accounts: Accounts, private readonly database: DataSource) {}

  async change(caller: Caller, roomId: RoomId, { kind, revision, change }: { kind: WrittenKind; revision: number; change: DraftChange }): Promise<void> {
    await this.review(caller, roomId);
    if (kind === 'report' && isOfMinutes(change)) throw new Refused('contract/invalid', [{ path: 'change.what', message: 'Tasks and decisions are added to the minutes; the report has them from there.' }]);
    const stamp = { by: caller.participantId, at: Date.now() };
    const done = await changeDraft(this.database, { roomId, kind, after: revision, change, ...stamp }, (draft) => changed(draft ?? emptyDraft, change, stamp));
    if (typeof done === 'string') throw new Refused(`edition/${done}`);
  }

  /** Only what was reviewed as it stands. */
  async approve(caller: Caller, roomId: RoomId, { kind, revision }: { kind: WrittenKind; revision: number }): Promise<Edition> {
    await this.review(caller, roomId);
    const stored = await draftOf(this.database, roomId, kind);
    if (await editionOf(this.database, roomId, { kind })) throw new Refused('edition/approved');
    if (stored.revision !== revision) throw new Refused('edition/moved-on');
    if (!stored.draft?.reviewed) throw new Refused('edition/not-reviewed');
    const { upTo, documents, pictures } = await this.accounts.of(roomId, kind);
    return this.keep(roomId, { kind, revision }, { version: 1, upTo, approvedBy: caller.participantId, approvedAt: Date.now(), amendment: null, detail: { documents, pictures } });
  }

  async amend(caller: Caller, roomId: RoomId, { kind, after, text }: { kind: WrittenKind; after: number; text: Amendment['text'] }): Promise<Edition> {
    await this.review(caller, roomId);
    const [first, editions] = await Promise.all([editionOf(this.database, roomId, { kind, version: 1 }), editionsOf(this.database, roomId, kind)]);
    if (!first) throw new Refused('edition/not-reviewed');
    const earlier = editions.flatMap((edition) => edition.amendment ?? []);
    const amendment: Amendment = { number: earlier.length + 1, text };
    const { documents, pictures } = first.detail;
    const all = [...earlier, amendment];
    const detail: EditionDetail = { documents: { 'en': amended(documents.en, all), 'zh-CN': amended(documents['zh-CN'], all) }, pictures };
    return this.keep(roomId, { kind, revision: null }, { version: after + 1, upTo: first.upTo, approvedBy: caller.participantId, approvedAt: Date.now(), amendment, detail });
  }

  private async keep(roomId: RoomId, { kind, revision }: { kind: WrittenKind; revision: number | null }, signed: Signed): Promise<Edition> {
    const { detail, ...edition } = { ...signed, digest: digestOf(roomId, kind, signed) };
    if (!(await keepEdition(this.database, roomId, { kind, revision, edition: { ...edition, detail } }))) throw new Refused('edition/moved-on');
    return edition;
  }

  private async review(caller: Caller, roomId: RoomId): Promise<void> {
    if ((await this.aftermath.admit(caller, roomId)).sees !== 'moderating') throw new Refused('door/not-found');
  }
}

/** Anybody who has the edition computes the same (RFC 8785, JSON Canonicalization Scheme). */
function digestOf(roomId: RoomId, kind: WrittenKind, { detail: { documents }, ...edition }: Signed): string {
  return createHash('sha256').update(canonicalize({ roomId, kind, ...edition, documents }) ?? '').digest('hex');
}
