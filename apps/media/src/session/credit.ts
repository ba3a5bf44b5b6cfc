import { performance } from 'node:perf_hooks';

/** What a client may ask at once, and how fast the right to ask comes back. A join with ten sources takes about thirty. */
const most = 120;
const perSecond = 30;

/** How much one socket may still ask. */
export class Credit {
  private left = most;
  private at = performance.now();

  /** False when there is nothing left. */
  take(): boolean {
    const now = performance.now();
    this.left = Math.min(most, this.left + ((now - this.at) / 1_000) * perSecond);
    this.at = now;
    if (this.left < 1) return false;
    this.left -= 1;
    return true;
  }
}
