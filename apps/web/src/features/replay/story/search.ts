import type { LocalText } from '@yaji/contracts';
import type { DeepReadonly } from '@yaji/kit';
import type { Plate } from '../../member/plate.ts';
import type { Story } from './story.ts';
import type { Subject } from './subjects.ts';

/** Something that was said, asked or voted on with the words that were looked for. `said`: the text in which they were found. */
export type Hit = { key: string; kind: 'turn' | 'line' | Subject['kind']; offsetMs: number; said: string; plate: Plate | null };

/** Case, accents and width do not matter. */
const plain = (text: string): string => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();

type Texts = DeepReadonly<LocalText> | null;
type Findable = Omit<Hit, 'said'> & { texts: readonly string[] };

const textsOf = (...texts: readonly Texts[]): string[] => texts.flatMap((one) => Object.values(one ?? {}));

/** Everything with these words, in the order of the recording. */
export function search(story: Story, query: string): Hit[] {
  const wanted = plain(query.trim());
  if (wanted === '') return [];
  return findables(story).flatMap(({ texts, ...hit }): Hit[] => {
    const said = texts.find((text) => plain(text).includes(wanted));
    return said === undefined ? [] : [{ ...hit, said }];
  }).sort((one, other) => one.offsetMs - other.offsetMs);
}

const findables = ({ turns, lines, subjects }: Story): Findable[] => [
  ...turns.map(({ turn, plate, under, offsetMs }): Findable => ({ key: `turn ${turn}`, kind: 'turn', offsetMs, plate, texts: textsOf(plate.name, plate.organisation, under) })),
  ...lines.map(({ lineId, text, plate, offsetMs }): Findable => ({ key: `line ${lineId}`, kind: 'line', offsetMs, plate, texts: [text] })),
  ...subjects.map(({ key, kind, title, offsetMs }): Findable => ({ key, kind, offsetMs, plate: null, texts: textsOf(title) })),
];

/** The text in parts, every second one being what was looked for. */
export function marked(text: string, query: string): string[] {
  const wanted = query.trim().toLowerCase();
  const at = wanted === '' ? -1 : text.toLowerCase().indexOf(wanted);
  return at < 0 ? [text] : [text.slice(0, at), text.slice(at, at + wanted.length), text.slice(at + wanted.length)];
}
