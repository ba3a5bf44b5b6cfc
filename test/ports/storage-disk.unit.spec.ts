import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { localStorage } from '@yaji/platform';
import { storageSuite } from './storage-suite.ts';

storageSuite('disk', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'yaji-storage-'));
  return { storage: localStorage(folder), close: () => rm(folder, { recursive: true }) };
});
