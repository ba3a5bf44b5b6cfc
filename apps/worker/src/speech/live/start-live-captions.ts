import type { CaptionLine } from '@yaji/contracts';
import { type Messaging, nodeOfRoom } from '@yaji/messaging';
import { captionedRooms, keepLine, postgresEventStore } from '@yaji/persistence';
import { type Configuration, createTokens, type Log } from '@yaji/platform';
import type { DataSource } from 'typeorm';
import type { Archive } from '../../archive.ts';
import { openaiHttp } from '../openai/openai-http.ts';
import type { Ears, LiveSource } from './hear-room.ts';
import { liveEars, type WantedRoom } from './live-ears.ts';
import { liveRecogniser } from './recogniser.ts';
import { serviceRecogniser } from './service-recogniser.ts';

type Ground = { configuration: Configuration; database: DataSource; messaging: Messaging; archive: Pick<Archive, 'glossary'>; log: Log };

/** Before a service that failed is asked again: who waits longer has the caption too late. Milliseconds. */
const hurriedMs = 500;
/** Rooms that one worker hears at once: each takes a third of a core by the recogniser of this machine. */
const most = 4;

/** Hears rooms while they talk, by the recogniser of this machine or by a service, whichever a room has chosen and is set up; null where none can. */
export function startLiveCaptions(ground: Ground): { stop(): Promise<void> } | null {
  const { configuration: { speech }, database, messaging: { leases }, log } = ground;
  const isThere: Record<LiveSource, boolean> = { engine: speech.engine?.kind === 'pocketsphinx', service: speech.service !== null };
  if (!isThere.engine && !isThere.service) return null;
  const wanted = async () => (await captionedRooms(database)).flatMap(({ roomId, source }): WantedRoom[] => ((source === 'engine' || source === 'service') && isThere[source] ? [{ roomId, source }] : []));
  return liveEars({ ears: earsOf(ground), leases, wanted, most, report: (err) => { log.warn({ err }, 'a room could not be heard for captions'); } });
}

function earsOf({ configuration, database, messaging, archive }: Ground): Ears {
  const tokens = createTokens(configuration.secret);
  const { speech } = configuration;
  return {
    recogniser: (source, wishes) => {
      const options = { ...wishes, ffmpeg: configuration.ffmpeg };
      return source === 'service' && speech.service ? serviceRecogniser({ ...options, transcriber: openaiHttp(speech.service, [hurriedMs]) }) : liveRecogniser(options);
    },
    store: postgresEventStore(database), glossary: (roomId) => archive.glossary(roomId),
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
