import { z } from 'zod';
import { err, ok, type Result } from '@yaji/kit';
import { readStorageSetting, type StorageSetting } from './storage-setting.ts';

const port = z.coerce.number().int().min(1).max(65_535);
const url = (schemes: readonly string[]) =>
  z.string().refine((written) => URL.canParse(written) && schemes.includes(new URL(written).protocol), { error: `is not a ${schemes.join(' or ')} address` });
/** `fetch` takes no address with a name or password in it. */
const service = url(['http:', 'https:']).refine((written) => !URL.canParse(written) || new URL(written).username + new URL(written).password === '', { error: 'carries a name or password' });
const file = z.string().min(1);
const gibibytes = z.coerce.number().min(0);
const bytesPerGib = 1_073_741_824;
/** Sound goes on as long as it can without taking the last room from the database that may live beside it. */
const soundStopsBelowBytes = bytesPerGib / 4;

const Environment = z.object({
  DATABASE_URL: url(['postgres:', 'postgresql:']),
  REDIS_URL: url(['redis:', 'rediss:']),
  YAJI_SECRET: z.string().min(32, { error: 'is shorter than 32 characters' }),
  YAJI_HOST: z.string().min(1).default('127.0.0.1'),
  YAJI_API_PORT: port.default(8400),
  YAJI_MEDIA_PORT: port.default(8410),
  YAJI_WORKER_PORT: port.default(8420),
  YAJI_MEDIA_RTC_PORT: port.default(44_400),
  YAJI_PUBLIC_URL: url(['http:', 'https:']).optional(),
  YAJI_MEDIA_URL: url(['http:', 'https:']).optional(),
  YAJI_MEDIA_ANNOUNCED_IP: z.union([z.ipv4(), z.ipv6()], { error: 'is not an IP address' }).optional(),
  YAJI_TLS_CERT: file.optional(),
  YAJI_TLS_KEY: file.optional(),
  YAJI_DATA_DIR: file.default('.yaji/files'),
  YAJI_FFMPEG: file.default('ffmpeg'),
  /** GiB free on the disk of recordings: below the first moderators are warned, below the second pictures are no longer recorded. */
  YAJI_DISK_WARN_GIB: gibibytes.default(5),
  YAJI_DISK_VIDEO_GIB: gibibytes.default(2),
  MEDIASOUP_WORKER_BIN: file.optional(),
  YAJI_WEB_DIR: file.optional(),
  YAJI_LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
  /** How many joins and link look-ups one address may make in a minute. */
  YAJI_JOINS_PER_MINUTE: z.coerce.number().int().min(1).default(240),
  /** How many rooms one media node streams at once; each takes about a core. */
  YAJI_STREAM_ROOMS: z.coerce.number().int().min(0).max(100).default(4),
  /** Whether the program of a room may be pushed to addresses that are not of the public internet. */
  YAJI_PUSH_PRIVATE: z.enum(['refuse', 'allow'], { error: 'is neither refuse nor allow' }).default('refuse'),
  YAJI_TRANSLATION_URL: service.optional(),
  YAJI_TRANSLATION_KEY: z.string().min(1).max(500).optional(),
  YAJI_LLM_URL: service.optional(),
  YAJI_LLM_KEY: z.string().min(1).max(500).regex(/^[\x21-\x7e]+$/, { error: 'holds letters that no key has' }).optional(),
  YAJI_LLM_MODEL: z.string().min(1).max(200).optional(),
  YAJI_SPEECH_URL: service.optional(),
  YAJI_SPEECH_KEY: z.string().min(1).max(500).optional(),
  YAJI_SPEECH_MODEL: z.string().min(1).max(200).default('whisper-1'),
  YAJI_SPEECH_ENGINE: z.enum(['pocketsphinx', 'sherpa-onnx'], { error: 'is neither pocketsphinx nor sherpa-onnx' }).optional(),
  YAJI_SPEECH_MODEL_DIR: file.optional(),
  YAJI_STORAGE: z.string().default('disk').transform((written, { addIssue }) => {
    const read = readStorageSetting(written);
    if (!read.ok) addIssue({ code: 'custom', message: read.error });
    return read.ok ? read.value : z.NEVER;
  }),
  YAJI_STORAGE_ACCESS_KEY: z.string().min(1).optional(),
  YAJI_STORAGE_SECRET_KEY: z.string().min(1).optional(),
  YAJI_KEEP_LOCAL_TRACKS: z.enum(['true', 'false'], { error: 'is neither true nor false' }).default('true'),
});
type Name = keyof typeof Environment.shape;

/** What is to be done about a wrong setting; a name without a line of its own gets the general one. */
const remedies: Partial<Record<Name, string>> = {
  DATABASE_URL: 'set it to a PostgreSQL address such as postgres://yaji@127.0.0.1:5432/yaji, or run `npm start`, which brings its own',
  REDIS_URL: 'set it to a Redis address such as redis://127.0.0.1:6379, or run `npm start`, which brings its own',
  YAJI_SECRET: 'set it to at least 32 random characters, for example the output of `openssl rand -base64 48`',
  YAJI_PUBLIC_URL: 'set it to the address that browsers open, such as https://salon.example.org',
  YAJI_MEDIA_URL: 'set it to the address of the media node that browsers reach, such as https://media.example.org',
  YAJI_MEDIA_ANNOUNCED_IP: 'set it to the address that browsers reach the media node at, such as 203.0.113.7',
  YAJI_TRANSLATION_URL: 'set it to the address of a LibreTranslate service such as http://127.0.0.1:5000, or leave it out',
  YAJI_LLM_URL: 'set it to the address of an OpenAI-compatible service such as http://127.0.0.1:11434/v1, or leave it out',
  YAJI_LLM_KEY: 'set it to the key of the service without spaces, or leave it out',
  YAJI_SPEECH_URL: 'set it to the address of a service that speaks OpenAI\'s audio/transcriptions, up to its /v1, such as http://127.0.0.1:8000/v1, or leave it out',
  YAJI_SPEECH_ENGINE: 'set it to pocketsphinx or sherpa-onnx, or leave it out',
  YAJI_PUSH_PRIVATE: 'set it to allow if rooms may be pushed to servers inside this network, or leave it out',
  YAJI_STORAGE: 'set it to disk, or to a bucket such as s3://yaji/salons?endpoint=https://s3.example.org&region=eu-central-1',
  YAJI_KEEP_LOCAL_TRACKS: 'set it to false if a track may leave this machine once the storage has it, or leave it out',
};

/** What turns speech into text: a service that is asked, and a recogniser of this machine. Null: none. */
export type SpeechSetting = {
  service: { url: string; key: string | null; model: string } | null;
  engine: { kind: 'pocketsphinx' } | { kind: 'sherpa-onnx'; modelDir: string } | null;
};

/** Every setting of every app, read once. Paths are as given: relative to the working directory. */
export type Configuration = {
  databaseUrl: string;
  redisUrl: string;
  secret: string;
  host: string;
  apiPort: number;
  mediaPort: number;
  workerPort: number;
  /** The first mediasoup worker's port; worker i listens on this plus i. */
  mediaRtcPort: number;
  /** Where browsers open the pages; without a slash at the end. */
  publicUrl: string;
  /** The media node to go to while none has announced itself; without a slash at the end. */
  mediaUrl: string;
  mediaAnnouncedIp: string | null;
  tls: { cert: string; key: string } | null;
  dataDir: string;
  ffmpeg: string;
  /** Free bytes of the disk of recordings below which moderators are warned, pictures stop, sound stops. */
  diskLimits: { warnBytes: number; videoBytes: number; soundBytes: number };
  mediasoupWorkerBin: string | null;
  webDir: string | null;
  logLevel: z.infer<typeof Environment>['YAJI_LOG_LEVEL'];
  joinsPerMinute: number;
  streamRooms: number;
  /** True: the program of a room may be pushed to servers inside this network, and to this machine. */
  pushPrivate: boolean;
  /** Who translates questions; the address without a slash at the end. Null: nobody. */
  translation: { url: string; key: string | null } | null;
  /** Who retells what was said; the address without a slash at the end. Null: nobody, summaries are in the words that were said. */
  model: { url: string; key: string | null; model: string } | null;
  speech: SpeechSetting;
  storage: StorageSetting;
  /** Null: the keys are found as Amazon's programs find theirs. */
  storageKeys: { accessKey: string; secretKey: string } | null;
  /** False: what a bucket has for certain is removed here a day later. */
  keepLocalTracks: boolean;
};

const bare = (address: string): string => address.replace(/\/+$/, '');

const keysOf = ({ YAJI_STORAGE_ACCESS_KEY: accessKey, YAJI_STORAGE_SECRET_KEY: secretKey }: z.infer<typeof Environment>): Configuration['storageKeys'] =>
  (accessKey && secretKey ? { accessKey, secretKey } : null);

/** What many services call whatever model they have been given. */
const usualModel = 'default';

const modelOf = ({ YAJI_LLM_URL: address, YAJI_LLM_KEY: key, YAJI_LLM_MODEL: model }: z.infer<typeof Environment>): Configuration['model'] =>
  (address === undefined ? null : { url: bare(address), key: key ?? null, model: model ?? usualModel });

function speechOf(read: z.infer<typeof Environment>): SpeechSetting {
  const { YAJI_SPEECH_URL: url, YAJI_SPEECH_ENGINE: kind, YAJI_SPEECH_MODEL_DIR: modelDir } = read;
  const service = url === undefined ? null : { url: bare(url), key: read.YAJI_SPEECH_KEY ?? null, model: read.YAJI_SPEECH_MODEL };
  if (kind === 'sherpa-onnx' && modelDir !== undefined) return { service, engine: { kind, modelDir } };
  return { service, engine: kind === 'pocketsphinx' ? { kind } : null };
}

function settle(read: z.infer<typeof Environment>): Configuration {
  const tls = read.YAJI_TLS_CERT && read.YAJI_TLS_KEY ? { cert: read.YAJI_TLS_CERT, key: read.YAJI_TLS_KEY } : null;
  const scheme = tls ? 'https' : 'http';
  return {
    databaseUrl: read.DATABASE_URL,
    redisUrl: read.REDIS_URL,
    secret: read.YAJI_SECRET,
    host: read.YAJI_HOST,
    apiPort: read.YAJI_API_PORT,
    mediaPort: read.YAJI_MEDIA_PORT,
    workerPort: read.YAJI_WORKER_PORT,
    mediaRtcPort: read.YAJI_MEDIA_RTC_PORT,
    publicUrl: bare(read.YAJI_PUBLIC_URL ?? `${scheme}://${read.YAJI_HOST}:${read.YAJI_API_PORT}`),
    mediaUrl: bare(read.YAJI_MEDIA_URL ?? `${scheme}://${read.YAJI_HOST}:${read.YAJI_MEDIA_PORT}`),
    mediaAnnouncedIp: read.YAJI_MEDIA_ANNOUNCED_IP ?? null,
    tls,
    dataDir: read.YAJI_DATA_DIR,
    ffmpeg: read.YAJI_FFMPEG,
    diskLimits: { warnBytes: read.YAJI_DISK_WARN_GIB * bytesPerGib, videoBytes: read.YAJI_DISK_VIDEO_GIB * bytesPerGib, soundBytes: soundStopsBelowBytes },
    mediasoupWorkerBin: read.MEDIASOUP_WORKER_BIN ?? null,
    webDir: read.YAJI_WEB_DIR ?? null,
    logLevel: read.YAJI_LOG_LEVEL,
    joinsPerMinute: read.YAJI_JOINS_PER_MINUTE,
    streamRooms: read.YAJI_STREAM_ROOMS,
    pushPrivate: read.YAJI_PUSH_PRIVATE === 'allow',
    translation: read.YAJI_TRANSLATION_URL === undefined ? null : { url: bare(read.YAJI_TRANSLATION_URL), key: read.YAJI_TRANSLATION_KEY ?? null },
    model: modelOf(read),
    speech: speechOf(read),
    storage: read.YAJI_STORAGE,
    storageKeys: keysOf(read),
    keepLocalTracks: read.YAJI_KEEP_LOCAL_TRACKS === 'true',
  };
}

/**
 * Reads the settings. Each fault is one sentence that names the variable and the remedy, never its value.
 * An empty variable counts as absent.
 */
export function readConfiguration(environment: Readonly<Record<string, string | undefined>>): Result<Configuration, string[]> {
  const written = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== undefined && value !== ''));
  const faults: string[] = [];
  if (Boolean(written['YAJI_TLS_CERT']) !== Boolean(written['YAJI_TLS_KEY'])) {
    faults.push('Only one of YAJI_TLS_CERT and YAJI_TLS_KEY is set: set both to PEM files, or neither.');
  }
  if (Boolean(written['YAJI_STORAGE_ACCESS_KEY']) !== Boolean(written['YAJI_STORAGE_SECRET_KEY'])) {
    faults.push('Only one of YAJI_STORAGE_ACCESS_KEY and YAJI_STORAGE_SECRET_KEY is set: set both, or neither.');
  }
  if (written['YAJI_SPEECH_ENGINE'] === 'sherpa-onnx' && !written['YAJI_SPEECH_MODEL_DIR']) {
    faults.push('YAJI_SPEECH_MODEL_DIR is not set: set it to a folder with a model of k2-fsa/sherpa-onnx, or leave YAJI_SPEECH_ENGINE out.');
  }
  const read = Environment.safeParse(written);
  for (const { path: [name], message } of read.error?.issues ?? []) {
    const remedy = remedies[name as Name] ?? 'correct it or leave it out';
    faults.push(written[String(name)] === undefined ? `${String(name)} is not set: ${remedy}.` : `${String(name)} is wrong (${message}): ${remedy}.`);
  }
  return read.success && faults.length === 0 ? ok(settle(read.data)) : err(faults);
}
