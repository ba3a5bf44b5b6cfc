import type { CommandOf, ParticipantId } from '@yaji/contracts';
import type { DeepReadonly } from '@yaji/kit';
import type { Room } from '../../room/room.ts';
import { accept, refuse, type Verdict } from '../../verdict.ts';
import { endAll } from '../turn/end.ts';

/** [F34] The list stays as it is. [F42] Where all may speak at once, nobody has a turn: those under way end. */
export function setMode(room: DeepReadonly<Room>, { mode, playlist }: CommandOf<'floor.setMode'>['data'], at: number): Verdict {
  const { floor, members } = room;
  if (playlist && mode !== 'playlist') return refuse('floor/no-playlist');
  if (playlist?.some((id) => members[id] === undefined)) return refuse('member/unknown');
  if (mode === floor.mode && !playlist) return accept();
  const listed = mode === 'playlist' ? playlistOf(room, playlist) : [];
  if (mode === 'playlist' && listed.length === 0) return refuse('floor/no-playlist');
  return accept(...(mode === 'open' ? endAll(floor, 'ended', at) : []), { type: 'FloorModeSet', data: { mode, playlist: listed } });
}

/** [F43] Each once; the programme's own speakers of the running item where nobody is named. */
function playlistOf({ agenda, members }: DeepReadonly<Room>, named: readonly ParticipantId[] | undefined): ParticipantId[] {
  const item = agenda.items.find(({ itemId }) => itemId === agenda.runningItem);
  return [...new Set(named ?? item?.speakers ?? [])].filter((id) => members[id] !== undefined);
}
