import { performance } from 'node:perf_hooks';
import type { Sent, Studio } from '../studio/studio.ts';
import { SpeechMeter } from './speech-meter.ts';

const tellEveryMs = 250;
/** Fainter than this nothing is said at all: a muted microphone, or one that is covered. */
const faintest = 30;

/** One packet of somebody's microphone has passed. */
export function hear(studio: Studio, { participantId }: Sent, level: number, at: number): void {
  const ear = studio.ears.get(participantId) ?? { arrivedAt: at, heardAt: -Infinity, loudest: 0 };
  studio.ears.set(participantId, ear);
  ear.arrivedAt = at;
  ear.loudest = Math.max(ear.loudest, level);
  if (level >= faintest) ear.heardAt = at;
  const { turn, isOpen } = studio.scene;
  if (turn?.running && turn.voice === participantId) meterOf(studio.speech, turn.turn).heard(level, at);
  if (isOpen) meterOf(studio.openSpeech, participantId).heard(level, at);
}

function meterOf<Key>(meters: Map<Key, SpeechMeter>, key: Key): SpeechMeter {
  const meter = meters.get(key) ?? new SpeechMeter();
  meters.set(key, meter);
  return meter;
}

/** Tells everybody four times a second who of those on air is heard and how loud; once more when all fall silent. Returns how to stop. */
export function tellLevels(studio: Studio): () => void {
  let wasSilent = true;
  const telling = setInterval(() => {
    const since = performance.now() - tellEveryMs;
    const levels = [...studio.ears].filter(([, { heardAt }]) => heardAt > since).map(([participantId, { loudest: level }]) => ({ participantId, level }));
    for (const ear of studio.ears.values()) ear.loudest = 0;
    if (levels.length > 0 || !wasSilent) for (const session of studio.sessions) session.say('levels', levels);
    wasSilent = levels.length === 0;
  }, tellEveryMs);
  return () => clearInterval(telling);
}
