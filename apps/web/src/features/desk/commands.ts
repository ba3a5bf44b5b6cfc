import type { EntryId, ParticipantId } from '@yaji/contracts';
import { inLanguage } from '../../i18n/local-text.ts';
import { say as words } from '../../i18n/words.ts';
import type { Live } from '../../live/live-client.ts';
import { confirm } from '../../ui/dialog/confirm.tsx';
import { tell } from '../../ui/dialog/notices.tsx';
import type { DeskTurn } from '../floor/turn/desk-turn.ts';
import type { Plate } from '../member/plate.ts';

/** What the desk's keys and buttons say. Whatever can be taken back is done at once and offers its undo; whatever cannot, asks first. */
export type DeskCommands = ReturnType<typeof deskCommands>;

const minuteMs = 60_000;

export function deskCommands({ say, store }: Live, turn: DeskTurn, language: string) {
  const { afterTurn, next, current, undo } = turn;
  const named = ({ name }: Plate) => inLanguage(name, language).text;
  const takeBack = () => { if (undo !== null) void say('floor.undo', { turn: undo }); };
  return {
    next: () => { if (next && !turn.granting) void say('floor.grantNext', { afterTurn }); },
    give: (participantId: ParticipantId) => void say('floor.grantTo', { participantId, afterTurn }),
    pause: () => { if (current) void say(current.paused ? 'floor.resume' : 'floor.pause', { turn: current.turn }); },
    extend: () => { if (current) void say('floor.extend', { turn: current.turn, byMs: minuteMs }); },
    end: () => {
      if (!current) return;
      const ended = current.turn;
      void say('floor.end', { turn: ended }).then((ack) => {
        if (ack?.ok) tell({ text: words('desk.ended'), tone: 'plain', act: { label: words('app.undo'), run: () => void say('floor.undo', { turn: ended }) } });
      });
    },
    undo: takeBack,
    listOpen: (open: boolean) => void say(open ? 'floor.reopenList' : 'floor.closeList', {}),
    move: (entryId: EntryId, index: number) => void say('floor.move', { entryId, index }),
    add: (participantId: ParticipantId) => say('floor.add', { participantId }),
    /** Taken off the list, with the way back to the same place. */
    remove: ({ entryId, plate, place }: { entryId: EntryId; plate: Plate; place: number }) => {
      const back = async () => {
        const ack = await say('floor.add', { participantId: plate.participantId });
        const entry = ack?.ok ? store.getState().held?.room.floor.queue.find(({ participantId }) => participantId === plate.participantId) : undefined;
        if (entry) await say('floor.move', { entryId: entry.entryId, index: place - 1 });
      };
      void say('floor.withdraw', { entryId }).then((ack) => {
        if (ack?.ok) tell({ text: words('desk.removed', { name: named(plate) }), tone: 'plain', act: { label: words('app.undo'), run: () => void back() } });
      });
    },
    removePerson: (plate: Plate) => confirm({
      title: words('desk.removeAsk', { name: named(plate) }), text: words('desk.removeText'), yes: words('desk.removePerson'),
      run: () => void say('member.remove', { participantId: plate.participantId }),
    }),
    stopRecording: () => confirm({ title: words('recording.stopAsk'), text: words('recording.stopText'), yes: words('recording.stop'), run: () => void say('recording.stop', {}) }),
    closeRoom: () => confirm({ title: words('desk.closeAsk'), text: words('desk.closeText'), yes: words('desk.closeRoom'), run: () => void say('room.close', {}) }),
  };
}
