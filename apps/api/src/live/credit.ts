/** What one socket may send: so many messages at once, and so many per minute after that. */
export type Allowance = { burst: number; perMinute: number };

export const allowances = {
  seat: { burst: 20, perMinute: 100 },
  /** A desk works through a list of questions, and holds keys down. */
  desk: { burst: 60, perMinute: 600 },
  /** Applause is tapped. */
  reactions: { burst: 20, perMinute: 300 },
  /** A recogniser changes its mind several times a second; pages say so at most four times. */
  captions: { burst: 30, perMinute: 300 },
} as const satisfies Record<string, Allowance>;

/** Messages beyond the allowance, without one within it, after which the connection is closed. */
const patience = 100;

/**
 * A bucket of messages that refills with time. `take` answers whether this message is within the allowance; `exhausted` whether
 * somebody has gone on for too long without minding refusals. Times in UTC milliseconds.
 */
export class Credit {
  private left: number;
  private refilledAt: number;
  private refusals = 0;

  constructor(private allowance: Allowance, at: number) {
    this.left = allowance.burst;
    this.refilledAt = at;
  }

  take(at: number): boolean {
    const { burst, perMinute } = this.allowance;
    this.left = Math.min(burst, this.left + (Math.max(0, at - this.refilledAt) * perMinute) / 60_000);
    this.refilledAt = at;
    if (this.left < 1) {
      this.refusals += 1;
      return false;
    }
    this.left -= 1;
    return true;
  }

  /** A message that was within the allowance but could not be read counts against its sender's patience too. */
  fault(): void {
    this.refusals += 1;
  }

  forgive(): void {
    this.refusals = 0;
  }

  /** Whether the message just refused is the first of its kind since one was in order. */
  get justOverdrawn(): boolean {
    return this.refusals === 1;
  }

  get exhausted(): boolean {
    return this.refusals > patience;
  }

  /** Another role, another allowance; what is left stays. */
  allow(allowance: Allowance): void {
    this.allowance = allowance;
  }
}
