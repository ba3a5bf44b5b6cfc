import { Injectable } from '@nestjs/common';
import type { AnswerQuote, OwnQuote, RoomId } from '@yaji/contracts';
import { answerQuote } from '@yaji/persistence';
import { DataSource } from 'typeorm';
import { AftermathService } from '../aftermath/aftermath.service.ts';
import { Refused } from '../errors.ts';
import type { Caller } from '../planning/session/caller.ts';
import { Accounts } from './accounts.ts';

/** Who is quoted says whether that is all right. */
@Injectable()
export class QuoteService {
  constructor(private readonly aftermath: AftermathService, private readonly accounts: Accounts, private readonly database: DataSource) {}

  async own(caller: Caller, roomId: RoomId): Promise<OwnQuote[]> {
    await this.aftermath.admit(caller, roomId);
    return this.accounts.quotesOf(roomId, caller.participantId);
  }

  /** Only to words that the report would quote: nobody puts others into it. */
  async answer(caller: Caller, roomId: RoomId, { text, agreed }: AnswerQuote): Promise<void> {
    const own = await this.own(caller, roomId);
    if (!own.some((quote) => quote.text === text)) throw new Refused('door/not-found');
    await answerQuote(this.database, roomId, { participantId: caller.participantId, text, agreed, at: Date.now() });
  }
}
