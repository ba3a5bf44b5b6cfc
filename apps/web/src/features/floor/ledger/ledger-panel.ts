import type { Holder, LocalText, OrganisationId, ParticipantId } from '@yaji/contracts';
import type { DeepReadonly } from '@yaji/kit';
import { type Account, type Budget, budgetOf, ledger, type LedgerLine } from '@yaji/salon';
import { pendingOf } from '../../../live/pending.ts';
import type { RoomView } from '../../../live/room-view.ts';
import { houseOf } from './holder.ts';

/** Who or what has spoken so long. `name`: as the salon writes it; `code`: of a country or language; both null: of none. `part`: of the longest line, or of the budget, 0 to 1. */
export type LedgerRow = {
  key: string; name: DeepReadonly<LocalText> | null; code: string | null; turns: number; speechMs: number; part: number;
  budget: Budget | null; holder: Holder | null;
};
export type LedgerPanel = { by: Account; rows: LedgerRow[]; /** People or organisations have budgets here. */ budgeted: boolean; busy: boolean };

type Shown = RoomView['room'];
const most = 60;

/** Speaking time as it is booked; the longest first. */
export function ledgerPanel({ room, pending }: RoomView, by: Account): LedgerPanel {
  const spoken = ledger(room, by);
  const keys = new Set([...spoken.keys(), ...budgetedKeys(room, by)]);
  const longest = Math.max(1, ...[...spoken.values()].map(({ speechMs }) => speechMs));
  const none: LedgerLine = { clockMs: 0, speechMs: 0, turns: 0 };
  const rows = [...keys].map((key): LedgerRow => {
    const { speechMs, turns } = spoken.get(key) ?? none;
    const holder = holderOf(key, by);
    const budget = holder && budgetOf(room, holder);
    const whole = budget ? Math.max(budget.totalMs, 1) : longest;
    return { key, ...nameOf(room, key, by), turns, speechMs, part: Math.min(1, (budget ? budget.usedMs : speechMs) / whole), budget, holder: budget && holder };
  });
  rows.sort((one, other) => other.speechMs - one.speechMs || Number(one.key === '') - Number(other.key === ''));
  return { by, rows: rows.slice(0, most), budgeted: rows.some(({ budget }) => budget !== null), busy: pendingOf(pending, 'floor.topUp') || pendingOf(pending, 'floor.transfer') };
}

/** Who has a budget is shown before having used any of it: the speakers, whoever waits, and every organisation that is here. */
function budgetedKeys({ rules, members, floor }: Shown, by: Account): string[] {
  const here = Object.values(members).filter(({ standing, place }) => standing === 'admitted' && place !== null);
  if (by === 'person' && rules.personBudgetMs !== null) {
    return [...here.filter(({ role }) => role === 'speaker').map(({ participantId }) => participantId), ...floor.queue.map(({ participantId }) => participantId)];
  }
  return by === 'organisation' && rules.organisationBudgetMs !== null ? here.flatMap(({ organisationId }) => organisationId ?? []) : [];
}

function holderOf(key: string, by: Account): Holder | null {
  if (key === '') return null;
  if (by === 'person') return { of: 'person', participantId: key as ParticipantId };
  return by === 'organisation' ? { of: 'organisation', organisationId: key as OrganisationId } : null;
}

function nameOf({ members, agenda }: Shown, key: string, by: Account): Pick<LedgerRow, 'name' | 'code'> {
  switch (by) {
    case 'person': return { name: members[key as ParticipantId]?.name ?? {}, code: null };
    case 'organisation': return { name: key === '' ? null : houseOf(members, key as OrganisationId), code: null };
    case 'country': case 'language': return { name: null, code: key === '' ? null : key };
    case 'topic': return { name: agenda.items.flatMap(({ topics }) => topics).find(({ topicId }) => topicId === key)?.title ?? null, code: null };
  }
}

/** To whom time of a row can go: those of the same kind who have a budget. Whole minutes, no more than is left. */
export function transferOf({ rows }: LedgerPanel, from: LedgerRow): { to: LedgerRow[]; minutes: number[] } {
  const left = Math.floor((from.budget?.leftMs ?? 0) / 60_000);
  return { to: rows.filter(({ key, budget }) => budget !== null && key !== from.key), minutes: [1, 2, 5, 10].filter((minutes) => minutes <= left) };
}
