import { DataSource } from 'typeorm';
import { entities } from './entities.ts';
import { migrations } from './migrations/index.ts';

/** `url`: `postgres://…`. `poolSize`: connections this process may hold at once. */
export type DatabaseOptions = { url: string; poolSize?: number; applicationName?: string };

const defaultPoolSize = 10;
/** A connection that cannot be had in this time is refused, so that a caller hears of a lost database instead of waiting. */
const connectTimeoutMs = 2_000;

/** The one data source of a process; call `initialize()` before use and `destroy()` at the end. */
export const dataSource = ({ url, poolSize = defaultPoolSize, applicationName = 'yaji' }: DatabaseOptions): DataSource =>
  new DataSource({
    type: 'postgres',
    url,
    entities,
    migrations,
    migrationsTableName: 'migration',
    installExtensions: false,
    applicationName,
    poolSize,
    connectTimeoutMS: connectTimeoutMs,
    extra: { keepAlive: true },
  });
