import type { CaptionLine } from '@yaji/contracts';
import { type Messaging, nodeOfRoom } from '@yaji/messaging';
import { captionedRooms, keepLine, postgresEventStore } from '@yaji/persistence';
import { type Configuration, createTokens, type Log } from '@yaji/platform';
import type { DataSource } from 'typeorm';
import type { Archive } from '../../archive.ts';
import type { Ears } from './hear-room.ts';
import { liveEars } from './live-ears.ts';

type Ground = { configuration: Configuration; database: DataSource; messaging: Messaging; archive: Pick<Archive, 'glossary'>; log: Log };

/** Rooms that one worker hears at once: each takes a third of a core. */
const most = 4;

/** Hears rooms while they talk, where the recogniser of this machine can; null where it cannot, or there is none. */
export function startLiveCaptions(ground: Ground): { stop(): Promise<void> } | null {
  const { configuration: { speech }, database, messaging: { leases }, log } = ground;
  if (speech.engine?.kind !== 'pocketsphinx') return null;
  const wanted = async () => (await captionedRooms(database)).filter(({ source }) => source === 'engine').map(({ roomId }) => roomId);
  return liveEars({ ears: earsOf(ground), leases, wanted, most, report: (err) => { log.warn({ err }, 'a room could not be heard for captions'); } });
}

function earsOf({ configuration, database, messaging, archive }: Ground): Ears {
  const tokens = createTokens(configuration.secret);
  return {
    ffmpeg: configuration.ffmpeg, store: postgresEventStore(database), glossary: (roomId) => archive.glossary(roomId),
    async soundOf(roomId) {
      const nodes = await messaging.mediaNodes.list();
      const url = nodes === 'unknown' ? configuration.mediaUrl : nodeOfRoom(roomId, nodes)?.url ?? configuration.mediaUrl;
      return `${url}/hearing/${await tokens.signHearingPass({ roomId })}`;
    },
    async keep(roomId, line) {
      const { final: _, source = 'engine', ...rest }: CaptionLine = line;
      await keepLine(database, roomId, { ...rest, source, saidBy: null });
    },
    tell: (roomId, line) => messaging.captions.tell(roomId, line),
  };
}
