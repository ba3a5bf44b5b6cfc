import { type CanActivate, type ExecutionContext, Inject, Injectable } from '@nestjs/common';
import type { Configuration } from '@yaji/platform';
import type { Request } from 'express';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { Refused } from '../../errors.ts';
import { CONFIGURATION } from '../../ports.ts';

/** So many joins and link look-ups per minute and address; a whole hall may sit behind one. */
@Injectable()
export class RateGuard implements CanActivate {
  private readonly limiter: RateLimiterMemory;

  constructor(@Inject(CONFIGURATION) { joinsPerMinute }: Configuration) {
    this.limiter = new RateLimiterMemory({ points: joinsPerMinute, duration: 60 });
  }

  async canActivate(context: ExecutionContext): Promise<boolean> {
    try {
      await this.limiter.consume(context.switchToHttp().getRequest<Request>().ip ?? 'unknown');
      return true;
    } catch (spent) {
      if (spent instanceof RateLimiterRes) throw new Refused('door/too-fast');
      throw spent;
    }
  }
}
