import type { MigrationInterface } from 'typeorm';
import { RoomLog1795000000000 } from './1795000000000-room-log.ts';
import { Planning1795000000001 } from './1795000000001-planning.ts';
import { Groups1795600000000 } from './1795600000000-groups.ts';
import { Polls1796000000000 } from './1796000000000-polls.ts';
import { Chat1796100000000 } from './1796100000000-chat.ts';
import { Ballots1796200000000 } from './1796200000000-ballots.ts';
import { Transcript1796300000000 } from './1796300000000-transcript.ts';
import { Ingest1796400000000 } from './1796400000000-ingest.ts';
import { Push1796500000000 } from './1796500000000-push.ts';
import { Aftermath1796600000000 } from './1796600000000-aftermath.ts';
import { Captions1796700000000 } from './1796700000000-captions.ts';
import { TranscriptEdits1796800000000 } from './1796800000000-transcript-edits.ts';
import { Edition1796900000000 } from './1796900000000-edition.ts';
import { Export1797000000000 } from './1797000000000-export.ts';
import { ExportBasis1797100000000 } from './1797100000000-export-basis.ts';

type Migration = new () => MigrationInterface;

/** In the order of their timestamps; a migration that has been released is never changed. */
export const migrations: Migration[] = [
  RoomLog1795000000000, Planning1795000000001, Groups1795600000000, Polls1796000000000, Chat1796100000000, Ballots1796200000000,
  Transcript1796300000000, Ingest1796400000000, Push1796500000000, Aftermath1796600000000,
  Captions1796700000000, TranscriptEdits1796800000000, Edition1796900000000, Export1797000000000,
  ExportBasis1797100000000,
];
