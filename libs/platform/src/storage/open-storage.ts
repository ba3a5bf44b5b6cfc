import type { Configuration } from '../configuration/configuration.ts';
import { localStorage } from './local-storage.ts';
import { s3Storage } from './s3/s3-storage.ts';
import type { Storage } from './storage.ts';

/** The storage that the settings name. Asks it nothing yet: `checkStorage` does. */
export async function openStorage({ storage, storageKeys, dataDir }: Pick<Configuration, 'storage' | 'storageKeys' | 'dataDir'>): Promise<Storage> {
  return storage.kind === 'disk' ? localStorage(dataDir) : s3Storage({ ...storage, keys: storageKeys });
}
