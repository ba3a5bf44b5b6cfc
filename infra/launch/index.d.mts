/** What can be started, and what can be ended by a fault on purpose (`mediasoup`: one of the media node's workers). */
export type ServiceName = 'postgres' | 'redis';
export type AppName = 'api' | 'media' | 'worker';
export type ChildName = ServiceName | AppName | 'mediasoup';

export interface Child {
  /** The present process; undefined while it is down. */
  readonly pid: number | undefined;
  /** Sends a signal (SIGKILL if none is named), as a fault would come: the child is then started again. False if nobody was there. */
  kill(signal?: NodeJS.Signals): boolean;
}

export interface Restart {
  readonly name: ServiceName | AppName;
  /** `SIGKILL`, `exit code 1` … */
  readonly how: string;
  /** From its death until it was ready again. */
  readonly afterMs: number;
}

export interface StopOptions {
  /** Do not ask the children, end them. What is acknowledged stays on the disk all the same. */
  readonly atOnce?: boolean;
}

interface Running {
  readonly children: Readonly<Partial<Record<ChildName, Child>>>;
  onRestart(listen: (restart: Restart) => void): void;
  /** Hears that a child died too often and is not started again. The others still run. */
  onFailure(listen: (error: Error) => void): void;
  /** Ends every child, Postgres last. Asking twice is not an error. */
  stop(options?: StopOptions): Promise<void>;
}

export interface System extends Running {
  readonly dataDir: string;
  /** Where each program answers; its health is at `/health/live` and `/health/ready`. */
  readonly urls: Readonly<Record<AppName, string>>;
  /** What every program was told: ports, secret, DATABASE_URL, REDIS_URL … */
  readonly env: Readonly<Record<string, string>>;
  /** The seeded salon's doors: `moderator`, `speaker`, `attendee`, `hall`. Empty if nothing was seeded. */
  readonly links: Readonly<Record<string, string>>;
  readonly salon: string | undefined;
  readonly databaseUrl: string | undefined;
  readonly redisUrl: string | undefined;
}

export interface LaunchOptions {
  /** Kept after `stop`. Left out: a folder of its own, removed by `stop`. */
  readonly dataDir?: string | undefined;
  /** Only these; left out: all. Tables are made as soon as a program is among them. */
  readonly only?: readonly (ServiceName | AppName)[] | undefined;
  /** Settings on top of the defaults. The surrounding YAJI_…, DATABASE_URL and REDIS_URL do not count. */
  readonly env?: Readonly<Record<string, string>> | undefined;
  /** No step lines. Default: true. */
  readonly quiet?: boolean | undefined;
  /** Main files to run in place of `dist/<name>/main.js`. */
  readonly programs?: Readonly<Partial<Record<AppName, string>>> | undefined;
  /** Default: true, if `api` is started. */
  readonly seed?: boolean | undefined;
  readonly signal?: AbortSignal | undefined;
}

export interface Services extends Running {
  readonly databaseUrl: string;
  readonly redisUrl: string;
}

export interface ServicesOptions {
  readonly dataDir?: string | undefined;
  readonly only?: readonly ServiceName[] | undefined;
  readonly quiet?: boolean | undefined;
  readonly signal?: AbortSignal | undefined;
}

/** A complete private system on free ports. Rejects, with everything stopped again, if it does not become ready. */
export function launch(options?: LaunchOptions): Promise<System>;

/** Postgres and Redis alone. */
export function launchServices(options?: ServicesOptions): Promise<Services>;
