import { Inject, Injectable } from '@nestjs/common';
import type { Log } from '@yaji/platform';
import { withinPatience } from '../live/patience.ts';
import { LOG } from '../ports.ts';

/** What does not answer by then is unknown: the page is wanted most when something is away. */
const patienceMs = 2_000;

/** Asks what may not answer. */
@Injectable()
export class AsFarAsKnown {
  constructor(@Inject(LOG) private readonly log: Log) {}

  async orNull<T>(asked: Promise<T>): Promise<T | null> {
    try {
      return await withinPatience(asked, patienceMs);
    } catch (err) {
      this.log.warn({ err }, 'the operator is told of something that it is unknown');
      return null;
    }
  }

  async orUnknown<T>(asked: Promise<T>): Promise<T | 'unknown'> {
    return (await this.orNull(asked)) ?? 'unknown';
  }
}
