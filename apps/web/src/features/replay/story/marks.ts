import type { Subject } from './subjects.ts';
import type { Story } from './story.ts';

/** Signs on the time line that lie so close together that they are one. `from`: part of the whole, 0 to 1. */
export type Mark = { key: string; kind: Subject['kind'] | 'several'; from: number; offsetMs: number; subjects: readonly Subject[] };

/** `widthPx`: of the line; `signPx`: the room that one sign needs. */
export function marksOf({ subjects, durationMs }: Pick<Story, 'subjects' | 'durationMs'>, { widthPx, signPx }: { widthPx: number; signPx: number }): Mark[] {
  const nearMs = (durationMs * signPx) / Math.max(1, widthPx);
  const groups: Subject[][] = [];
  for (const subject of subjects) {
    const last = groups.at(-1);
    if (last?.[0] && subject.offsetMs - last[0].offsetMs < nearMs) last.push(subject);
    else groups.push([subject]);
  }
  return groups.flatMap((group): Mark[] => {
    const [first] = group;
    if (!first) return [];
    return [{ key: first.key, kind: new Set(group.map(({ kind }) => kind)).size === 1 ? first.kind : 'several', from: first.offsetMs / Math.max(1, durationMs), offsetMs: first.offsetMs, subjects: group }];
  });
}
