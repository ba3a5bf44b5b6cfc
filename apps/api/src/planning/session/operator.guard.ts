import { type CanActivate, type ExecutionContext, Inject, Injectable } from '@nestjs/common';
import { type Configuration, isOperatorKey } from '@yaji/platform';
import type { Request } from 'express';
import { Refused } from '../../errors.ts';
import { CONFIGURATION } from '../../ports.ts';
import { bearerOf } from './caller.ts';

/** Lets in who shows the operator's key. */
@Injectable()
export class OperatorGuard implements CanActivate {
  constructor(@Inject(CONFIGURATION) private readonly configuration: Configuration) {}

  canActivate(context: ExecutionContext): boolean {
    if (!isOperatorKey(this.configuration.secret, bearerOf(context.switchToHttp().getRequest<Request>()))) throw new Refused('door/unauthorised');
    return true;
  }
}
