import type { Picture } from '../output.ts';

/** So long the picture before is kept while the next has not brought a key frame; then a card fills in. */
const patienceMs = 1_500;
/** A source that shows nothing for so long has stalled: a card fills in until it brings a key frame. A screen that does not move still brings one picture a second. */
const stalledMs = 2_500;
/** A card is shown again so often, for those who have just come. */
const cardEveryMs = 1_000;

/**
 * One stream of pictures out of many. It changes over only at a key frame of the wanted source, so that a decoder never sees a picture that
 * refers to another's; what it gives out never goes back in time.
 */
export class PictureLine {
  private wanted: string | null = null;
  private wantedAt = -Infinity;
  private shown: string | null = null;
  private cardAt = -Infinity;
  private lastAt = -Infinity;

  /** What is seen now; null: a card, or nothing yet. */
  get showing(): string | null {
    return this.shown;
  }

  /** The wanted source has yet to bring a key frame. */
  get isWaiting(): boolean {
    return this.wanted !== null && this.wanted !== this.shown;
  }

  /** `key` null: a card. */
  want(key: string | null, now: number): void {
    if (key === this.wanted) return;
    this.wanted = key;
    this.wantedAt = now;
  }

  /** A frame of one of the sources; answers what goes out, or null. */
  take(key: string, { at, key: isKey, bytes }: Picture): Picture | null {
    if (key === this.wanted && isKey) this.shown = key;
    if (key !== this.shown) return null;
    return this.place(at, isKey, bytes);
  }

  /** Whether a card is to be shown at this instant. */
  cardIsDue(now: number): boolean {
    if (this.isWaiting ? now - this.wantedAt < patienceMs : this.wanted !== null && now - this.lastAt < stalledMs) return false;
    return this.shown !== null || now - this.cardAt >= cardEveryMs;
  }

  /** `bytes`: a key frame. */
  card(bytes: Buffer, now: number): Picture {
    this.shown = null;
    this.cardAt = now;
    return this.place(now, true, bytes);
  }

  /** The next card comes at once. */
  cardAgain(): void {
    this.cardAt = -Infinity;
  }

  private place(at: number, key: boolean, bytes: Buffer): Picture {
    this.lastAt = Math.max(at, this.lastAt + 1);
    return { at: this.lastAt, key, bytes };
  }
}
