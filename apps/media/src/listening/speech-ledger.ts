import type { RoomId } from '@yaji/contracts';
import { SpeechMeter } from './speech-meter.ts';
import type { Studio } from '../studio/studio.ts';

/** Remembers the speaking time of running turns beyond the life of this process. Best effort: `read` answers 0 where nothing is known. */
export type SpeechLedger = {
  read(roomId: RoomId, turn: number): Promise<number>;
  write(roomId: RoomId, turn: number, speechMs: number): void;
};

const everyMs = 2_000;

/** Takes up the turn that runs already, and keeps account of those that follow. Returns how to stop. */
export async function keepLedger(studio: Studio, ledger: SpeechLedger): Promise<() => void> {
  const { roomId, speech } = studio;
  const running = studio.scene.turn?.turn;
  if (running !== undefined) {
    const meter = new SpeechMeter(await ledger.read(roomId, running));
    if (meter.speechMs > 0 && !speech.has(running)) speech.set(running, meter);
  }
  let written = 0;
  const keeping = setInterval(() => {
    const turn = studio.scene.turn?.turn;
    const speechMs = turn === undefined ? 0 : speech.get(turn)?.speechMs ?? 0;
    if (turn === undefined || speechMs === written) return;
    written = speechMs;
    ledger.write(roomId, turn, speechMs);
  }, everyMs);
  return () => clearInterval(keeping);
}
