import type { EntryId, ParticipantId } from '@yaji/contracts';
import { type Entry, entriesInOrder } from '@yaji/salon';
import type { DeepReadonly } from '@yaji/kit';
import { say as words } from '../../i18n/words.ts';
import type { Live } from '../../live/live-client.ts';
import { tell } from '../../ui/dialog/notices.tsx';
import type { Plate } from '../member/plate.ts';

type Removed = { entryId: EntryId; plate: Plate; place: number };

/** Takes somebody off the list, with the way back: the same wish, at the same place. */
export function removal({ say, store }: Live, named: (plate: Plate) => string): (removed: Removed) => void {
  const waiting = () => { const room = store.getState().held?.room; return room ? entriesInOrder(room) : []; };
  const back = async (entry: DeepReadonly<Entry>, place: number) => {
    const ack = await say('floor.add', { participantId: entry.participantId, ...wishOf(entry, waiting()) });
    if (!ack?.ok) return;
    const again = await onceThere(store, () => waiting().find(isSame(entry.participantId, entry.lane)));
    if (again && waiting().indexOf(again) !== place - 1) await say('floor.move', { entryId: again.entryId, index: place - 1 });
  };
  return ({ entryId, plate, place }) => {
    const entry = waiting().find((one) => one.entryId === entryId);
    void say('floor.withdraw', { entryId }).then((ack) => {
      if (ack?.ok) tell({ text: words('desk.removed', { name: named(plate) }), tone: 'plain', act: { label: words('app.undo'), run: () => { if (entry) void back(entry, place); } } });
    });
  };
}

const isSame = (participantId: ParticipantId, lane: Entry['lane']) => (entry: DeepReadonly<Entry>): boolean => entry.participantId === participantId && entry.lane === lane;

/** What is not there is left out. An answer to somebody who waits no longer is an entry like any other. */
function wishOf({ lane, category, stance, note, answers }: DeepReadonly<Entry>, list: readonly DeepReadonly<Entry>[]) {
  const answered = list.find(({ entryId }) => entryId === answers);
  return {
    lane, ...(category === null ? {} : { category }), ...(stance === null ? {} : { stance }), ...(note === null ? {} : { note }),
    ...(answered ? { answers: answered.entryId } : {}),
  };
}

const patienceMs = 5_000;

/** The answer to a command may come before its events: what it made is awaited, not guessed. */
function onceThere<T>(store: Live['store'], find: () => T | undefined): Promise<T | undefined> {
  return new Promise((found) => {
    const now = find();
    if (now !== undefined) return found(now);
    const give = (one: T | undefined) => {
      clearTimeout(timer);
      stop();
      found(one);
    };
    const stop = store.subscribe(() => { const one = find(); if (one !== undefined) give(one); });
    const timer = setTimeout(() => give(undefined), patienceMs);
    return undefined;
  });
}
