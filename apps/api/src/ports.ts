/** What is not a class is injected by one of these names. */
export const CONFIGURATION = Symbol('Configuration');
export const TOKENS = Symbol('Tokens');
export const STORAGE = Symbol('Storage');
export const ENGINE = Symbol('Engine');
export const LOG = Symbol('Log');
export const PRESENCE = Symbol('Presence');
export const MEDIA_NODES = Symbol('MediaNodes');
export const METRICS = Symbol('Metrics');
export const JOB_NEWS = Symbol('JobNews');
export const INGEST_KEYS = Symbol('IngestKeys');
export const PUSH_ADDRESSES = Symbol('PushAddresses');
export const BALLOT_BOX = Symbol('BallotBox');
export const TRANSLATIONS = Symbol('Translations');
export const JOB_QUEUES = Symbol('JobQueues');
/** Asks Redis whether it is there; see `Messaging.ping`. */
export const REDIS_PING = Symbol('RedisPing');
