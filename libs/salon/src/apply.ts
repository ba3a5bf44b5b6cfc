import type { Told } from '@yaji/contracts';
import { applyAgenda } from './agenda/apply.ts';
import { applyQueue, applyTurn } from './floor/apply.ts';
import { applyMember } from './member/apply.ts';
import { applyQuestion } from './question/apply.ts';
import { applyRecording } from './recording/apply.ts';
import { applyRoom } from './room/apply.ts';
import type { Room } from './room/room.ts';
import { applyStage } from './stage/apply.ts';

/**
 * Moves the room by one event: changes its argument, which only its owner may hold. Accepts whatever a log holds: an event that is
 * odd, or of a name that this version does not know, is passed over.
 */
export function apply(room: Room, event: Told): void {
  room.lastAt = Math.max(room.lastAt, event.at);
  switch (event.type) {
    case 'Sealed': return;
    case 'RoomOpened': case 'RoomClosed': return applyRoom(room, event);
    case 'MemberExpected': case 'MemberKnocked': case 'MemberAdmitted': case 'MemberDeclined':
    case 'MemberJoined': case 'MemberLeft': case 'MemberRoleChanged': case 'MemberRemoved': return applyMember(room.members, event);
    case 'FloorRequested': case 'FloorWithdrawn': case 'FloorMoved': case 'FloorListClosed': case 'FloorListReopened': return applyQueue(room.floor, event);
    case 'TurnStarted': case 'TurnPaused': case 'TurnResumed': case 'TurnExtended':
    case 'TurnEnded': case 'TurnUndone': case 'TurnReopened': case 'TurnMeasured': return applyTurn(room.floor, event);
    case 'ItemStarted': case 'ItemFinished': case 'ItemSkipped': case 'TopicStarted': case 'TopicFinished': case 'TopicSkipped': return applyAgenda(room.agenda, event);
    case 'QuestionAsked': case 'QuestionApproved': case 'QuestionDeclined':
    case 'QuestionUpvoted': case 'QuestionAnswered': case 'QuestionDone': return applyQuestion(room.questions, event);
    case 'StageJoined': case 'StageLeft': case 'StageArranged': return applyStage(room.stage, event);
    case 'RecordingStarted': case 'RecordingStopped': return applyRecording(room.recording, event);
  }
}
