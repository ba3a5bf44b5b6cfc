import { useKeys } from '../../ui/keys.ts';
import type { Film } from './film/use-film.ts';

type Acts = { film: Film; turn: (by: 1 | -1) => void; whole: () => void; help: () => void; find: () => void; captions: () => void };

/** The keys that people know from other players. */
export function useReplayKeys({ film, turn, whole, help, find, captions }: Acts): void {
  const by = (ms: number) => () => film.seek(film.atMs + ms);
  useKeys({
    Space: film.toggle, k: film.toggle, j: by(-10_000), l: by(10_000), ArrowLeft: by(-5_000), ArrowRight: by(5_000),
    ',': () => turn(-1), '.': () => turn(1), c: captions, m: film.toggleMuted, f: whole, '/': find, '[Shift]+?': help,
  });
}
