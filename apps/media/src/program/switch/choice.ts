import type { MediaSource, ParticipantId } from '@yaji/contracts';

/** A picture that is on air and sent. */
export type Face = { readonly key: string; readonly participantId: ParticipantId; readonly source: MediaSource };
/** `speaker`: whose turn it is; `voice`: who is heard, where nobody has a turn; `shown`: the key of what is seen now. */
export type Scenery = { readonly faces: readonly Face[]; readonly speaker: ParticipantId | null; readonly voice: ParticipantId | null; readonly shown: string | null };

/** Which picture the program shows: the speaker's screen before the camera, else whoever is heard, else what is seen already, else a guest; null: a card. */
export function pictureOf({ faces, speaker, voice, shown }: Scenery): string | null {
  const of = (participantId: ParticipantId | null, source: MediaSource): Face | undefined =>
    faces.find((face) => face.participantId === participantId && face.source === source);
  const chosen = of(speaker, 'screen') ?? of(speaker, 'camera') ?? of(voice, 'screen') ?? of(voice, 'camera') ?? faces.find(({ key }) => key === shown) ?? faces[0];
  return chosen?.key ?? null;
}

/** `heardAt`: when a sound of it last came, monotonic milliseconds. */
export type Voice = { readonly participantId: ParticipantId; readonly heardAt: number };

/** Between two words nobody takes over. */
const pauseMs = 600;

/** Whose voice leads: it keeps the lead until it has paused and another is heard. */
export function leadOf(voices: readonly Voice[], before: ParticipantId | null, now: number): ParticipantId | null {
  const leading = voices.find(({ participantId }) => participantId === before);
  if (leading && now - leading.heardAt < pauseMs) return leading.participantId;
  const [latest] = [...voices].sort((one, other) => other.heardAt - one.heardAt);
  const takesOver = latest !== undefined && (leading === undefined || now - latest.heardAt < pauseMs);
  return (takesOver ? latest : leading)?.participantId ?? null;
}
