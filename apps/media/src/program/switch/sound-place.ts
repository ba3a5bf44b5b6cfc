/** Half a usual packet: as far as this a packet may be moved to join the one before. */
const joinMs = 10;

/**
 * Puts the packets of changing voices one behind the other: none overlaps, small differences of the clocks are evened out, and what would
 * begin before the end of what is placed already is dropped.
 */
export class SoundPlace {
  /** Where what is placed ends, monotonic milliseconds; null before the first. */
  end: number | null = null;

  /** Where a packet of `ms` that belongs at `at` goes; null: nowhere. */
  place(at: number, ms: number): number | null {
    const end = this.end ?? at;
    if (at < end - joinMs) return null;
    const placed = at <= end + joinMs ? end : at;
    this.end = placed + ms;
    return placed;
  }
}
