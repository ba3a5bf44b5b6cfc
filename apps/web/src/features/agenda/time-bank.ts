import type { LocalText, Proposal } from '@yaji/contracts';
import type { DeepReadonly } from '@yaji/kit';
import { forecastEndAt, type Offer, plannedEndAt, timeBank } from '@yaji/salon';
import { pendingOf } from '../../live/pending.ts';
import type { RoomView } from '../../live/room-view.ts';

/** What would win time. `what`: the topic or item that it is about. */
export type OfferRow = { proposal: Proposal; winsMs: number; what: DeepReadonly<LocalText> | null; busy: boolean };
export type TimeBankPanel = { lateMs: number; offers: OfferRow[] };

/** Null while the room is on time, or nothing would help. */
export function timeBankPanel({ room, now, pending }: RoomView): TimeBankPanel | null {
  const offers = timeBank(room, now);
  const [forecast, planned] = [forecastEndAt(room, now), plannedEndAt(room)];
  if (offers.length === 0 || forecast === null || planned === null) return null;
  const row = ({ proposal, winsMs }: Offer): OfferRow => ({
    proposal, winsMs, what: subjectOf(room, proposal), busy: pendingOf(pending, 'agenda.accept', (data) => data.proposal.kind === proposal.kind),
  });
  return { lateMs: forecast - planned, offers: offers.map(row) };
}

function subjectOf({ agenda }: RoomView['room'], proposal: Proposal): DeepReadonly<LocalText> | null {
  if (proposal.kind === 'close-list') return null;
  const item = agenda.items.find(({ itemId }) => itemId === proposal.itemId);
  const topic = proposal.kind === 'shorter-turns' ? item?.topics.find(({ topicId }) => topicId === proposal.topicId) : undefined;
  return topic?.title ?? item?.title ?? null;
}
