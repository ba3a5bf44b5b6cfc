import type { LocalText, PollId, PollKind } from '@yaji/contracts';
import type { DeepReadonly } from '@yaji/kit';
import { countsOf, isPollShown, type Poll, resultOf, type Room } from '@yaji/salon';

/** One line of a result. `title`: of the option; null: `words` says it. `count`: answers, or a ranking's points. */
export type PollLine = { title: LocalText | null; words: string; count: number };
/** A poll that was opened. `lines` null: its result was not shown to the room, so the record does not tell it. `winner`: of a ranking. */
export type PollRecord = { pollId: PollId; kind: PollKind; title: LocalText; openedAt: number; answers: number; lines: PollLine[] | null; mean: number | null; winner: LocalText | null };

function pollRecord(poll: DeepReadonly<Poll>): PollRecord[] {
  const { pollId, plan, openedAt } = poll;
  if (openedAt === null) return [];
  const { answers, lines, mean, runoff } = resultOf(poll, countsOf(poll), null);
  const titleOf = (id: string): LocalText | null => {
    const title = plan.options.find(({ optionId }) => optionId === id)?.title;
    return title ? { ...title } : null;
  };
  const told = isPollShown(poll);
  return [{
    pollId, kind: plan.kind, title: { ...plan.title }, openedAt, answers, mean: told ? mean : null, winner: told && runoff?.winner ? titleOf(runoff.winner) : null,
    lines: told ? lines.map(({ id, count }) => ({ title: titleOf(id), words: id, count })) : null,
  }];
}

/** In the order of opening; never who answered what. */
export const pollsIn = ({ polls }: DeepReadonly<Room>): PollRecord[] => polls.flatMap(pollRecord).sort((one, other) => one.openedAt - other.openedAt);
