import type { CommandOf } from '@yaji/contracts';
import { assertNever, type DeepReadonly } from '@yaji/kit';
import type { Room } from '../../room/room.ts';
import type { MemberStamp } from '../../stamp.ts';
import { accept, refuse, type Verdict } from '../../verdict.ts';
import type { Turn } from '../floor.ts';
import { interpret } from './interpret.ts';
import { endingOf, nominate, passOn } from './pass-on.ts';

export type TurnCommand = CommandOf<'floor.pause' | 'floor.resume' | 'floor.extend' | 'floor.end' | 'floor.yield' | 'floor.nominate' | 'floor.veto' | 'floor.interpret'>;

const isPaused = ({ clock, interpretation }: DeepReadonly<Turn>): boolean => (interpretation?.by ? interpretation.clock : clock).runningSince === null;

/** [F20] What is done to a turn names it. */
export function actOnTurn(room: DeepReadonly<Room>, command: TurnCommand, stamp: MemberStamp): Verdict {
  const { current } = room.floor;
  if (command.type === 'floor.veto') return veto(room, command.data.turn);
  if (!current) return refuse('floor/nobody-speaking');
  const { turn } = current;
  if (command.data.turn !== turn) return refuse('floor/stale', { turn });
  switch (command.type) {
    case 'floor.pause': return isPaused(current) ? refuse('floor/already-paused') : accept({ type: 'TurnPaused', data: { turn } });
    case 'floor.resume': return isPaused(current) ? accept({ type: 'TurnResumed', data: { turn } }) : refuse('floor/not-paused');
    case 'floor.extend': return accept({ type: 'TurnExtended', data: { turn, byMs: command.data.byMs } });
    case 'floor.end': return endingOf(room, current, stamp);
    case 'floor.yield': return passOn(room, current, { participantId: command.data.participantId, stamp });
    case 'floor.nominate': return nominate(room, command.data, stamp);
    case 'floor.interpret': return interpret(room, current, { by: command.data.participantId, stamp });
    default: return assertNever(command);
  }
}

/** [F37] Also when the turn is over and the one it named has not begun. */
function veto({ floor: { current, nominee, past } }: DeepReadonly<Room>, turn: number): Verdict {
  const named = current ? (current.turn === turn ? current.nominee : null) : past.at(-1)?.turn === turn ? nominee : null;
  return named === null ? refuse('floor/nobody-named') : accept({ type: 'TurnVetoed', data: { turn } });
}
