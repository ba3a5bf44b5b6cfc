import { Inject, Injectable } from '@nestjs/common';
import { statisticsOf, writtenCell } from '@yaji/chronicle';
import type { RoomId, RoomStatistics, WrittenLanguage } from '@yaji/contracts';
import type { Engine } from '@yaji/engine';
import { leftBehind } from '@yaji/persistence';
import { csvOf, type Storage } from '@yaji/platform';
import { DataSource } from 'typeorm';
import { AftermathService } from '../aftermath/aftermath.service.ts';
import { Refused } from '../errors.ts';
import type { Caller } from '../planning/session/caller.ts';
import { ENGINE, STORAGE } from '../ports.ts';
import { counted } from './counted.ts';

/** What can be counted of a room, for those who were let into it. */
@Injectable()
export class StatisticsService {
  constructor(
    private readonly aftermath: AftermathService, private readonly database: DataSource,
    @Inject(ENGINE) private readonly engine: Engine, @Inject(STORAGE) private readonly storage: Storage,
  ) {}

  async read(caller: Caller, roomId: RoomId, language: WrittenLanguage): Promise<RoomStatistics> {
    const isModerator = (await this.aftermath.admit(caller, roomId)).sees === 'moderating';
    const log = await this.engine.read(roomId, 0);
    if (!isModerator && !log.some(({ type }) => type === 'RoomClosed')) throw new Refused('door/not-found');
    const { lines, timeZone } = await leftBehind(this.database, this.storage, roomId);
    return counted(statisticsOf(log, lines), { language, timeZone }, isModerator);
  }

  /** One of the tables that `read` tells the caller of, as a file. */
  async csv(caller: Caller, roomId: RoomId, { table: name, language }: { table: string; language: WrittenLanguage }): Promise<string> {
    const table = (await this.read(caller, roomId, language)).tables.find((one) => one.name === name);
    if (!table) throw new Refused('door/not-found');
    return csvOf([table.columns, ...table.rows].map((cells) => cells.map((cell) => (cell === null ? '' : writtenCell(String(cell))))));
  }
}
