/** A receiver has buffered no more than this: after it nothing of the one who was cut off is left to be played. Milliseconds. */
const drainedMs = 2_000;

/**
 * Who loses the floor is silent at once. What a receiver has buffered of him would otherwise be played to its end, over the voice of the next:
 * on a poor connection a second or more. After that the track is open again, so that a grant is heard without waiting for this page.
 */
export class Hush {
  private readonly timers = new Map<MediaStreamTrack, ReturnType<typeof setTimeout>>();

  flowing(track: MediaStreamTrack, flowing: boolean): void {
    this.stop(track);
    track.enabled = flowing;
    if (!flowing) this.timers.set(track, setTimeout(() => this.flowing(track, true), drainedMs));
  }

  close(): void {
    for (const track of [...this.timers.keys()]) this.stop(track);
  }

  private stop(track: MediaStreamTrack): void {
    clearTimeout(this.timers.get(track));
    this.timers.delete(track);
  }
}
