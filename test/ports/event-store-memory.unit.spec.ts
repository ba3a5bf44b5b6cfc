import { memoryEventStore } from '@yaji/engine';
import { eventStoreSuite } from './event-store-suite.ts';

eventStoreSuite('memory', async () => {
  const store = memoryEventStore();
  return { store, jobs: async (roomId) => store.jobs().filter(({ data }) => data.roomId === roomId) };
});
