import type { Language, LocalText, TranscriptLine } from '@yaji/contracts';
import type { DeepReadonly } from '@yaji/kit';
import { ledger, type LedgerLine, type Room, turnMs } from '@yaji/salon';

/**
 * What somebody, or all who belong together, spoke. `key`: of the person, organisation, country (ISO 3166-1) or language (BCP 47); '' gathers who
 * belongs to none. `name`: of a person or an organisation; null where it has none, or was erased. Milliseconds.
 */
export type SpeakingLine = { key: string; name: LocalText | null; clockMs: number; speechMs: number; turns: number };
/** The longest first. */
export type Speaking = { person: SpeakingLine[]; organisation: SpeakingLine[]; country: SpeakingLine[]; language: SpeakingLine[] };

const longestFirst = (one: SpeakingLine, other: SpeakingLine): number => other.speechMs - one.speechMs || (one.key < other.key ? -1 : 1);

/** `lines`: what was written down; by them the language of a turn is known, else the one its speaker speaks best is taken. */
export function speakingIn(room: DeepReadonly<Room>, lines: readonly TranscriptLine[] = []): Speaking {
  const members = Object.values(room.members);
  const told = (some: ReadonlyMap<string, LedgerLine>, nameOf: (key: string) => DeepReadonly<LocalText> | null | undefined): SpeakingLine[] =>
    [...some].map(([key, line]) => {
      const name = nameOf(key);
      return { key, name: name ? { ...name } : null, ...line };
    }).sort(longestFirst);
  return {
    person: told(ledger(room, 'person'), (key) => members.find(({ participantId }) => participantId === key)?.name),
    organisation: told(ledger(room, 'organisation'), (key) => members.find(({ organisationId }) => organisationId === key)?.organisation),
    country: told(ledger(room, 'country'), () => null),
    language: told(lines.length === 0 ? ledger(room, 'language') : byLanguage(room, lines), () => null),
  };
}

function byLanguage(room: DeepReadonly<Room>, lines: readonly TranscriptLine[]): Map<string, LedgerLine> {
  const some = new Map<string, LedgerLine>();
  const add = (key: string, { clockMs, speechMs, turns }: LedgerLine): void => {
    const before = some.get(key) ?? { clockMs: 0, speechMs: 0, turns: 0 };
    some.set(key, { clockMs: before.clockMs + clockMs, speechMs: before.speechMs + speechMs, turns: before.turns + turns });
  };
  const spoken = spokenIn(lines);
  const best = (participantId: string): string => Object.values(room.members).find((member) => member.participantId === participantId)?.languages[0] ?? '';
  for (const turn of room.floor.past) add(spoken.get(turn.turn) ?? best(turn.participantId), { clockMs: turn.tookMs, speechMs: turnMs(turn), turns: 1 });
  for (const { participantId, speechMs } of room.floor.openSpeech) add(best(participantId), { clockMs: speechMs, speechMs, turns: 0 });
  return some;
}

/** The language that most of a turn was spoken in. */
function spokenIn(lines: readonly TranscriptLine[]): Map<number, Language> {
  const times = new Map<number, Map<Language, number>>();
  for (const { turn, language, fromAt, toAt } of lines) {
    if (turn === null) continue;
    const inTurn = times.get(turn) ?? new Map<Language, number>();
    times.set(turn, inTurn.set(language, (inTurn.get(language) ?? 0) + Math.max(0, toAt - fromAt)));
  }
  return new Map([...times].flatMap(([turn, inTurn]) => {
    const [most] = [...inTurn].sort(([, one], [, other]) => other - one);
    return most ? [[turn, most[0]] as const] : [];
  }));
}
