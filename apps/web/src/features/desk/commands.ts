import type { CommandOf, EntryId, FloorMode, Holder, OrderPolicy, ParticipantId } from '@yaji/contracts';
import type { DeepReadonly } from '@yaji/kit';
import { inLanguage } from '../../i18n/local-text.ts';
import { say as words } from '../../i18n/words.ts';
import type { Live } from '../../live/live-client.ts';
import { confirm } from '../../ui/dialog/confirm.tsx';
import { tell } from '../../ui/dialog/notices.tsx';
import type { DeskTurn } from '../floor/turn/desk-turn.ts';
import type { Plate } from '../member/plate.ts';
import { removal } from './removal.ts';

/** What the desk's keys and buttons say. Whatever can be taken back is done at once and offers its undo; whatever cannot, asks first. */
export type DeskCommands = ReturnType<typeof deskCommands>;
/** As what, for which hand, at which microphone the floor is given. */
type GivenAs = Pick<CommandOf<'floor.grantTo'>['data'], 'lane' | 'entryId' | 'microphone'>;

const minuteMs = 60_000;

export function deskCommands(live: Live, turn: DeskTurn, language: string) {
  const { say } = live;
  const named = ({ name }: Plate) => inLanguage(name, language).text;
  return {
    ...turnCommands(live, turn),
    ...listCommands(live),
    remove: removal(live, named),
    topUp: (holder: Holder, byMs: number) => void say('floor.topUp', { holder, byMs }),
    transfer: (from: Holder, to: Holder, byMs: number) => void say('floor.transfer', { from, to, byMs }),
    removePerson: (plate: Plate) => confirm({
      title: words('desk.removeAsk', { name: named(plate) }), text: words('desk.removeText'), yes: words('desk.removePerson'),
      run: () => void say('member.remove', { participantId: plate.participantId }),
    }),
    stopRecording: () => confirm({ title: words('recording.stopAsk'), text: words('recording.stopText'), yes: words('recording.stop'), run: () => void say('recording.stop', {}) }),
    closeRoom: () => confirm({ title: words('desk.closeAsk'), text: words('desk.closeText'), yes: words('desk.closeRoom'), run: () => void say('room.close', {}) }),
  };
}

function turnCommands({ say }: Live, { afterTurn, next, current, undo, granting }: DeskTurn) {
  const takeBack = (turn: number) => void say('floor.undo', { turn });
  return {
    next: () => { if (next.does !== 'nothing' && !granting) void say('floor.grantNext', { afterTurn }); },
    give: (participantId: ParticipantId, as: GivenAs = {}) => void say('floor.grantTo', { participantId, afterTurn, ...as }),
    pause: () => { if (current) void say(current.paused ? 'floor.resume' : 'floor.pause', { turn: current.turn }); },
    extend: () => { if (current) void say('floor.extend', { turn: current.turn, byMs: minuteMs }); },
    end: () => {
      if (!current) return;
      const ended = current.turn;
      void say('floor.end', { turn: ended }).then((ack) => {
        if (ack?.ok) tell({ text: words('desk.ended'), tone: 'plain', act: { label: words('app.undo'), run: () => takeBack(ended) } });
      });
    },
    undo: () => { if (undo !== null) takeBack(undo); },
    yieldTo: (participantId: ParticipantId) => { if (current) void say('floor.yield', { turn: current.turn, participantId }); },
    /** Null: the speaker goes on. */
    interpret: (participantId: ParticipantId | null) => { if (current) void say('floor.interpret', { turn: current.turn, participantId }); },
    veto: (turn: number) => void say('floor.veto', { turn }),
  };
}

function listCommands({ say }: Live) {
  return {
    listOpen: (open: boolean) => void say(open ? 'floor.reopenList' : 'floor.closeList', {}),
    move: (entryId: EntryId, index: number) => void say('floor.move', { entryId, index }),
    restoreOrder: () => void say('floor.restoreOrder', {}),
    setOrder: (policies: readonly DeepReadonly<OrderPolicy>[]) => void say('floor.setOrder', { policies: [...policies] }),
    setMode: (mode: FloorMode, playlist?: ParticipantId[]) => void say('floor.setMode', { mode, ...(playlist ? { playlist } : {}) }),
    add: (participantId: ParticipantId) => say('floor.add', { participantId }),
  };
}
