import type { ParticipantId } from '@yaji/contracts';

/** An Opus packet of somebody's voice. `at`: monotonic milliseconds of its beginning; `ms`: how long it sounds. */
export type Sound = { readonly voice: ParticipantId; readonly at: number; readonly ms: number; readonly payload: Buffer };
/** A VP8 picture of the one stream of pictures. `at` rises from each to the next; a change of scene begins with a key frame. */
export type Picture = { readonly at: number; readonly key: boolean; readonly bytes: Buffer };

/** What takes the program of a room. `sound` comes for every voice on air; `lead` tells whose is heard where only one can be. */
export type Output = {
  sound(sound: Sound, lead: boolean): void;
  picture(picture: Picture): void;
};

/** The continuous sound and picture of a room. It runs while it has an output. */
export type Program = {
  /** Returns how to leave. The next picture that is sent to a new output need not be a key frame: one is asked for. */
  join(output: Output): () => void;
  /** A key frame comes as soon as the source gives one; asked too often, it comes less often. */
  wantKeyFrame(): void;
};
