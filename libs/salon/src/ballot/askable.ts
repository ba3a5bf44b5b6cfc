import type { BallotTerms, Count, FrozenElector, Refusal } from '@yaji/contracts';
import { type DeepReadonly, err, ok, type Result } from '@yaji/kit';
import type { Room } from '../room/room.ts';
import { countOf, frozen, presentFor } from './electorate.ts';
import { quorumFits, quorumNeeded } from './majority.ts';

/** `electors` null: everybody in the room. */
export type Asked = { electors: FrozenElector[] | null; present: Count };

/** [B6] [B8] [B16] Who is asked on these terms, and how many of them are there; or why they cannot be asked. */
export function askable(room: DeepReadonly<Room>, terms: BallotTerms): Result<Asked, Refusal> {
  const electors = terms.electorate === 'everybody' ? null : frozen(room.electorate);
  if (electors?.length === 0) return err({ code: 'ballot/nobody-entitled' });
  const fault = termsFault(terms, electors);
  if (fault) return err({ code: fault });
  const present = presentFor(room, electors);
  if (terms.quorum === null || electors === null) return ok({ electors, present });
  const needed = quorumNeeded(terms.quorum, countOf(electors));
  const there = present[terms.quorum.of];
  return there < needed ? err({ code: 'ballot/no-quorum', details: { present: there, needed } }) : ok({ electors, present });
}

/** [B6] [B8] [B16] Nobody knows who everybody is, so nothing is counted from them but the votes. */
function termsFault({ secrecy, quorum, base }: BallotTerms, electors: readonly FrozenElector[] | null): 'ballot/quorum-misfits' | 'ballot/base-misfits' | 'ballot/weights-reveal' | null {
  if (quorum && (electors === null || !quorumFits(quorum, countOf(electors)))) return 'ballot/quorum-misfits';
  if (electors === null) return base === 'present' || base === 'entitled' ? 'ballot/base-misfits' : null;
  return secrecy !== 'named' && doWeightsReveal(electors) ? 'ballot/weights-reveal' : null;
}

/** [B16] So many of each weight at least, where weights differ. */
const fewestOfAWeight = 3;

function doWeightsReveal(electors: readonly FrozenElector[]): boolean {
  const many = new Map<number, number>();
  for (const { weight } of electors) many.set(weight, (many.get(weight) ?? 0) + 1);
  return many.size > 1 && [...many.values()].some((count) => count < fewestOfAWeight);
}
