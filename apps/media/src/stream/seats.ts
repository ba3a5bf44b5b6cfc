import type { ParticipantId } from '@yaji/contracts';

/** A voice that has said nothing for so long gives up its seat. Milliseconds. */
const idleMs = 1_000;

type Taken = { voice: ParticipantId; at: number };

/** Gives the voices that are heard at once a place each among a few, and lets them keep it while they are heard. */
export class Seats {
  private readonly seats: (Taken | null)[];

  constructor(count: number) {
    this.seats = Array.from({ length: count }, () => null);
  }

  /** The place of a voice that is heard at `at` (monotonic milliseconds); null: there is none left. The lead always gets one. */
  of(voice: ParticipantId, at: number, lead: boolean): number | null {
    const own = this.seats.findIndex((taken) => taken?.voice === voice);
    const seat = own >= 0 ? own : this.seats.findIndex((taken) => taken === null || taken.at < at - idleMs);
    const given = seat >= 0 ? seat : lead ? this.quietest() : null;
    if (given !== null) this.seats[given] = { voice, at };
    return given;
  }

  private quietest(): number {
    const since = this.seats.map((taken) => taken?.at ?? -Infinity);
    return since.indexOf(Math.min(...since));
  }
}
