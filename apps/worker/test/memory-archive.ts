import type { Recorded, RecordingOrder, TranscriptLine } from '@yaji/contracts';
import type { Publication, StoredClip } from '@yaji/persistence';
import type { Archive } from '../src/archive.ts';

/** One room's archive, held in memory. `log` and `lines` may be changed from outside, as a room's are. */
export type MemoryArchive = Archive & { room: { log: readonly Recorded[]; lines: TranscriptLine[]; orders: RecordingOrder[]; pictures: string[] }; rows: Map<string, Publication>; clipRows: Map<number, StoredClip> };

const numberOf = ({ detail }: Publication): number => ('number' in detail ? (detail.number ?? 0) : 0);
const isLater = (one: { upTo: number }, other: { upTo: number }, numbers: [number, number]): boolean => one.upTo > other.upTo || (one.upTo === other.upTo && numbers[0] > numbers[1]);

export function memoryArchive(log: readonly Recorded[]): MemoryArchive {
  const room: MemoryArchive['room'] = { log, lines: [], orders: [], pictures: [] };
  const rows = new Map<string, Publication>();
  const clipRows = new Map<number, StoredClip>();
  return {
    room, rows, clipRows,
    log: async (_, upTo = Infinity) => room.log.filter(({ seq }) => seq <= upTo),
    salonOf: async () => ({ timeZone: 'Asia/Shanghai', accent: '#1F6F5C' }),
    order: async (_, number) => room.orders[number - 1] ?? null,
    transcript: async () => room.lines,
    replaceSpoken: async (_, { turn, source, lines }) => {
      room.lines = [...room.lines.filter((line) => line.turn !== turn || line.source !== source), ...lines.map((line) => ({ ...line, source }))];
      return true;
    },
    glossary: async () => [],
    published: async (_, kind) => (rows.get(kind) ?? null) as never,
    publish: async (publication) => {
      const standing = rows.get(publication.kind);
      if (standing && isLater(standing, publication, [numberOf(standing), numberOf(publication)])) return false;
      rows.set(publication.kind, publication);
      return true;
    },
    picturesInEditions: async () => room.pictures,
    clips: async () => [...clipRows.values()].sort((a, b) => a.turn - b.turn),
    keepClip: async (clip) => {
      const before = clipRows.get(clip.turn);
      if (before && isLater(before, clip, [before.number, clip.number])) return clip.fileId;
      clipRows.set(clip.turn, clip);
      return before && before.fileId !== clip.fileId ? before.fileId : null;
    },
    dropClip: async ({ turn, fileId }) => { if (clipRows.get(turn)?.fileId === fileId) clipRows.delete(turn); },
  };
}
