import { randomUUID } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import type { Language, RecordedPiece, RoomId, Transcript } from '@yaji/contracts';
import type { Engine } from '@yaji/engine';
import { PublicationEntity, type RecordingDetail, replaceTranscript, transcriptOf } from '@yaji/persistence';
import { piecesOf, roomTime } from '@yaji/salon';
import { DataSource } from 'typeorm';
import { Refused } from '../../errors.ts';
import type { Caller } from '../../planning/session/caller.ts';
import { ENGINE } from '../../ports.ts';
import { AftermathService } from '../aftermath.service.ts';
import { readVtt } from './read-vtt.ts';
import { speakersAt } from './speakers-at.ts';

/** What was said in a room, line by line. */
@Injectable()
export class TranscriptService {
  constructor(private readonly aftermath: AftermathService, private readonly database: DataSource, @Inject(ENGINE) private readonly engine: Engine) {}

  async read(caller: Caller, roomId: RoomId): Promise<Transcript> {
    await this.aftermath.admit(caller, roomId);
    return { lines: await transcriptOf(this.database, roomId) };
  }

  /** Captions that a moderator brings: they take the place of all lines in their language. Who speaks is who had the floor. */
  async bringIn(caller: Caller, roomId: RoomId, { language, file }: { language: Language; file: unknown }): Promise<void> {
    const { sees } = await this.aftermath.admit(caller, roomId);
    if (sees !== 'moderating') throw new Refused('door/not-found');
    if (typeof file !== 'string') throw new Refused('contract/invalid', [{ path: 'content-type', message: 'Captions are sent as text/vtt.' }]);
    const read = readVtt(file);
    if (!read.ok) throw new Refused('contract/invalid', read.error);
    const log = await this.engine.read(roomId, 0);
    const pieces = await this.piecesOf(roomId, log[0]?.at ?? 0);
    const cues = read.value.map(({ fromMs, toMs, text }) => ({ fromAt: roomTime(pieces, fromMs), toAt: roomTime(pieces, toMs), text }));
    const speaking = speakersAt(log, cues.map(({ fromAt }) => fromAt));
    const lines = cues.map((cue, n) => ({ lineId: randomUUID(), ...cue, turn: speaking[n]?.turn ?? null, participantId: speaking[n]?.participantId ?? null }));
    await replaceTranscript(this.database, roomId, { language, lines });
  }

  /** What the times of a file mean: those of the published recording, else of the room since it opened. */
  private async piecesOf(roomId: RoomId, openedAt: number): Promise<readonly RecordedPiece[]> {
    const published = await this.database.getRepository(PublicationEntity).findOneBy({ roomId, kind: 'recording' });
    if (!published) return [{ offsetMs: 0, durationMs: 0, fromAt: openedAt }];
    const detail = published.detail as RecordingDetail & { pieces?: RecordedPiece[] };
    return piecesOf({ ...detail, pieces: detail.pieces ?? [] });
  }
}
