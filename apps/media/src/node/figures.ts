import { Gauge, type Registry } from 'prom-client';
import type { Studio } from '../studio/studio.ts';
import type { MediaNode } from './media-node.ts';

const count = (studios: readonly Studio[], of: (studio: Studio) => number): number => studios.reduce((sum, studio) => sum + of(studio), 0);

/** What this node counts, read when asked. */
export function showFigures(metrics: Registry, { pool, studios, streams }: MediaNode): void {
  const registers = [metrics];
  const ofRooms: [string, string, (studio: Studio) => number][] = [
    ['yaji_media_routers', 'Routers: one per room and worker', ({ booths }) => booths.size],
    ['yaji_media_clients', 'Connected clients', ({ sessions }) => sessions.size],
    ['yaji_media_producers', 'Producers, held ones too', ({ sent }) => sent.size],
    ['yaji_media_consumers', 'Consumers of clients', ({ sessions }) => [...sessions].reduce((sum, { consumers }) => sum + consumers.size, 0)],
    ['yaji_media_taps', 'Producers that are being recorded', ({ sent }) => [...sent.values()].filter(({ tap }) => tap !== null).length],
  ];
  for (const [name, help, of] of ofRooms) {
    new Gauge({ name, help, registers, async collect() { this.set(count(await studios.all(), of)); } });
  }
  new Gauge({ name: 'yaji_media_streams', help: 'Rooms that are being streamed', registers, collect() { this.set(streams.count); } });
  new Gauge({ name: 'yaji_media_workers', help: 'Living mediasoup workers', registers, collect() { this.set(pool.all.length); } });
  new Gauge({
    name: 'yaji_media_worker_cpu', help: 'Share of its core that a worker used lately', labelNames: ['worker'], registers,
    collect() {
      this.reset();
      for (const { index, cpu } of pool.all) this.set({ worker: index }, cpu);
    },
  });
}
