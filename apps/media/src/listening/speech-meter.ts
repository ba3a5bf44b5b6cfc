/** Below this level (0 to 127, 127 the loudest) it is breath and room. */
const speechLevel = 77;
/** A silence this short is part of speaking. */
const hangoverMs = 400;
/** What a packet of sound holds. */
const packetMs = 20;

/** Net speaking time of one turn, from the level of each packet that comes while it runs. Times are monotonic milliseconds. */
export class SpeechMeter {
  private lastAt: number | null = null;
  private total: number;

  /** `before`: what of the turn was heard already. */
  constructor(before = 0) {
    this.total = before;
  }

  get speechMs(): number {
    return Math.round(this.total);
  }

  heard(level: number, at: number): void {
    if (level < speechLevel) return;
    const since = this.lastAt === null ? Infinity : at - this.lastAt;
    this.total += since <= packetMs + hangoverMs ? since : packetMs;
    this.lastAt = at;
  }
}
