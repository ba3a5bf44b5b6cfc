import { Controller, Get, Header, Headers, HttpCode, Inject, NotFoundException, Req, ServiceUnavailableException } from '@nestjs/common';
import { isOperatorKey } from '../tokens/keys.ts';
import { HEALTH, type Health } from './health.ts';
import { askProbes, type ProbeReport } from './probes.ts';

type Request = { socket: { remoteAddress?: string | undefined } };
const loopback = new Set(['127.0.0.1', '::1', '::ffff:127.0.0.1']);

@Controller()
export class HealthController {
  constructor(@Inject(HEALTH) private readonly health: Health) {}

  /** The event loop answers. Nothing else: neither Postgres nor Redis may get a living process killed. */
  @Get('health/live')
  @HttpCode(200)
  live(): { status: 'alive' } {
    return { status: 'alive' };
  }

  @Get('health/ready')
  async ready(): Promise<{ status: 'ready'; probes: ProbeReport }> {
    const { ready, report } = await askProbes(this.health.probes, (probe, cause) => this.health.log.warn({ probe, err: cause }, 'not ready'));
    if (this.health.draining()) throw new ServiceUnavailableException({ status: 'draining', probes: report });
    if (!ready) throw new ServiceUnavailableException({ status: 'not-ready', probes: report });
    return { status: 'ready', probes: report };
  }

  /** For this machine, or with the operator's key; a stranger learns nothing. */
  @Get('metrics')
  @Header('content-type', 'text/plain; version=0.0.4; charset=utf-8')
  metrics(@Req() request: Request, @Headers('x-forwarded-for') through?: string, @Headers('authorization') shown?: string): Promise<string> {
    const near = through === undefined && loopback.has(request.socket.remoteAddress ?? '');
    if (!near && !isOperatorKey(this.health.secret, shown?.replace(/^Bearer /, '') ?? '')) throw new NotFoundException();
    return this.health.metrics.metrics();
  }
}
