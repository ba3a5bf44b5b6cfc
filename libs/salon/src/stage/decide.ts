import type { Command } from '@yaji/contracts';
import { assertNever, type DeepReadonly } from '@yaji/kit';
import { decideMicrophone } from './microphone.ts';
import type { Room } from '../room/room.ts';
import type { MemberStamp } from '../stamp.ts';
import { accept, refuse, type Verdict } from '../verdict.ts';

export type StageCommand = Extract<Command, { type: `stage.${string}` }>;

export function decideStage(room: DeepReadonly<Room>, command: StageCommand, stamp: MemberStamp): Verdict {
  const { stage, members } = room;
  switch (command.type) {
    case 'stage.bring': {
      const { participantId } = command.data;
      if (members[participantId]?.standing !== 'admitted') return refuse('member/unknown');
      if (members[participantId].place === null) return refuse('floor/not-present');
      return stage.guests.includes(participantId) ? refuse('stage/already-there') : accept({ type: 'StageJoined', data: { participantId } });
    }
    case 'stage.dismiss': {
      const { participantId } = command.data;
      return stage.guests.includes(participantId) ? accept({ type: 'StageLeft', data: { participantId } }) : refuse('stage/not-there');
    }
    case 'stage.arrange':
      return stage.layout === command.data.layout ? accept() : accept({ type: 'StageArranged', data: { layout: command.data.layout } });
    case 'stage.plugIn': case 'stage.unplug': case 'stage.hand': return decideMicrophone(room, command, stamp);
    default: return assertNever(command);
  }
}
