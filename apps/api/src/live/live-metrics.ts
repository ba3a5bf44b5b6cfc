import { Inject, Injectable } from '@nestjs/common';
import { Counter, Gauge, Histogram, type Registry } from 'prom-client';
import { METRICS } from '../ports.ts';
import { LiveRooms } from './live-rooms.ts';

/** What the live room's door counts. */
@Injectable()
export class LiveMetrics {
  private readonly commands: Counter<'outcome'>;
  private readonly seconds: Histogram;

  constructor(@Inject(METRICS) registry: Registry, rooms: LiveRooms) {
    const registers = [registry];
    this.commands = new Counter({ name: 'yaji_live_commands_total', help: 'Commands by what became of them', labelNames: ['outcome'], registers });
    this.seconds = new Histogram({ name: 'yaji_live_command_seconds', help: 'From a command to its acknowledgement', buckets: [0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.5, 2], registers });
    new Gauge({ name: 'yaji_live_rooms', help: 'Rooms that this process tells', registers, collect() { this.set([...rooms.all()].length); } });
    new Gauge({ name: 'yaji_live_people', help: 'People who sit at this process', registers, collect() { this.set([...rooms.all()].reduce((sum, { sockets }) => sum + sockets.size, 0)); } });
  }

  /** `outcome`: `done` or the refusal's code. */
  answered(outcome: string, tookMs: number): void {
    this.commands.inc({ outcome });
    this.seconds.observe(tookMs / 1_000);
  }
}
