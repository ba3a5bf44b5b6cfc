import type { MediaKind, MediaNotices, MediaSource, ParticipantId, RoomId } from '@yaji/contracts';
import type { Route } from '@yaji/media-plan';
import type { Log } from '@yaji/platform';
import type { types } from 'mediasoup';
import type { SpeechMeter } from '../listening/speech-meter.ts';
import type { Program } from '../program/output.ts';
import type { Disk } from '../recorder/disk/disk-gauge.ts';
import type { Tap } from '../recorder/tap.ts';
import type { MediaWorker } from '../workers/media-worker.ts';
import { noScene, type Scene } from './scene.ts';

/** When a packet of somebody's sound last came, and one that was not silent (monotonic milliseconds); the loudest since levels were told. */
type Ear = { arrivedAt: number; heardAt: number; loudest: number };

/** A room's place in one worker. */
export type Booth = { readonly worker: MediaWorker; readonly router: types.Router };

/** Somebody's producer, paused unless it is on air. `piped`: the workers that can consume it, or soon can. */
export type Sent = {
  readonly session: Session; readonly participantId: ParticipantId; readonly source: MediaSource; readonly kind: MediaKind;
  readonly producer: types.Producer; readonly piped: Map<MediaWorker, Promise<void>>;
  onAir: boolean; tap: Promise<Tap | null> | null;
};

/** Somebody's consumer: a route made real. */
export type Received = Route & { flowing: boolean; readonly sent: Sent; readonly consumer: types.Consumer };

export type Receiving = { readonly transport: types.WebRtcTransport; readonly rtpCapabilities: types.RtpCapabilities; readonly video: boolean };

export type Say = <N extends keyof MediaNotices>(name: N, ...said: Parameters<MediaNotices[N]>) => void;

/** An encoder that sends or a player that watches: what a browser does by itself when its rights change, it does when it is told to look. */
export type SocketlessClient = { readonly does: 'send' | 'watch'; readonly look: () => void };

/** One client: on its socket, or without one. */
export type Session = {
  readonly id: string; readonly participantId: ParticipantId; readonly studio: Studio; readonly booth: Booth; readonly say: Say;
  readonly transports: Map<string, { readonly transport: types.WebRtcTransport; readonly direction: 'send' | 'receive' }>;
  readonly consumers: Map<string, Received>;
  receiving: Receiving | null;
  /** Transports and producers that are being made: they count against the client's share already. */
  readonly making: { transports: number; producers: number };
  /** What the client was told last; null before. */
  mayProduce: boolean | null;
  isOver: boolean;
  isBeingServed: boolean;
  /** Null: it has a socket. */
  readonly socketless: SocketlessClient | null;
  /** Ends the connection. The client may come back if it is still admitted. */
  readonly end: () => void;
};

/** The media side of one room on this node: what exists, and the scene that it is being made to agree with. */
export type Studio = {
  readonly roomId: RoomId; readonly log: Log; readonly folder: string;
  /** Where the recorder writes. */
  readonly disk: Disk;
  scene: Scene;
  readonly booths: Map<MediaWorker, Promise<Booth>>;
  readonly sessions: Set<Session>;
  /** By producer id. */
  readonly sent: Map<string, Sent>;
  /** Tracks of what is not sent any more, on their way to the disk. */
  readonly finishing: Set<Promise<void>>;
  /** Sessions whose consumers may differ from the plan. */
  readonly stale: Set<Session>;
  /** How many of them are being served. */
  serving: number;
  /** By turn number. */
  readonly speech: Map<number, SpeechMeter>;
  /** What is heard of each on an open floor, since it was booked. */
  readonly openSpeech: Map<ParticipantId, SpeechMeter>;
  /** By whose microphone is on air or was. */
  readonly ears: Map<ParticipantId, Ear>;
  /** What the room shows and says, as one stream. */
  readonly program: Program;
};

export type NewStudio = Pick<Studio, 'roomId' | 'folder' | 'log' | 'disk'> & { programOf: (studio: Studio) => Program };

export function newStudio({ roomId, folder, log, disk, programOf }: NewStudio): Studio {
  const studio: Studio = {
    roomId, folder, log, disk, scene: noScene, booths: new Map(), sessions: new Set(), sent: new Map(), finishing: new Set(), stale: new Set(), serving: 0,
    speech: new Map(), openSpeech: new Map(), ears: new Map(),
    get program() { return program; },
  };
  const program = programOf(studio);
  return studio;
}

export const keyOf = ({ participantId, source }: { participantId: ParticipantId; source: MediaSource }): string => `${participantId}/${source}`;
