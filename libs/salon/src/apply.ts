import type { Told } from '@yaji/contracts';
import { applyAction } from './action/apply.ts';
import { applyAgenda, applyProposal } from './agenda/apply.ts';
import { applyAward } from './award/apply.ts';
import { applyBallot, applyElectorate } from './ballot/apply.ts';
import { applyElsewhere } from './floor/elsewhere.ts';
import { applyQueue } from './floor/queue/apply.ts';
import { applyTime } from './floor/time/apply.ts';
import { applyTurn } from './floor/turn/apply.ts';
import { applyMember } from './member/apply.ts';
import { applyMotion } from './motion/apply.ts';
import { applyPoll } from './poll/apply.ts';
import { applyQuestion } from './question/apply.ts';
import { applyRecording } from './recording/apply.ts';
import { applyRoom } from './room/apply.ts';
import type { Room } from './room/room.ts';
import { applyStage } from './stage/apply.ts';
import { applyStream } from './stream/apply.ts';

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
    case 'MemberJoined': case 'MemberCheckedIn': case 'MemberLeft': case 'MemberRoleChanged': case 'MemberRemoved': return applyMember(room.members, event);
    case 'FloorRequested': case 'FloorWithdrawn': case 'FloorMoved': case 'FloorOrderRestored': case 'FloorOrderSet': case 'FloorModeSet':
    case 'FloorListClosed': case 'FloorListReopened': return applyQueue(room, event);
    case 'TurnStarted': case 'TurnPaused': case 'TurnResumed': case 'TurnExtended': case 'TurnInterrupted': case 'TurnContinued': case 'TurnEnded': case 'TurnUndone':
    case 'TurnReopened': case 'TurnMeasured': case 'TurnNominated': case 'TurnVetoed': case 'InterpretationStarted': case 'InterpretationEnded': return applyTurn(room, event);
    case 'SpeechMeasured': case 'TimeToppedUp': case 'TimeTransferred': return applyTime(room.floor, event);
    case 'HeardElsewhere': return applyElsewhere(room.floor, event);
    case 'TimeBankAccepted': return applyProposal(room, event);
    case 'ItemStarted': case 'ItemFinished': case 'ItemSkipped': case 'TopicStarted': case 'TopicFinished': case 'TopicSkipped': return applyAgenda(room.agenda, event);
    case 'QuestionAsked': case 'QuestionEdited': case 'QuestionApproved': case 'QuestionDeclined': case 'QuestionUpvoted': case 'QuestionPinned': case 'QuestionMerged':
    case 'QuestionLetSpeak': case 'QuestionAnswered': case 'QuestionDeferred': case 'QuestionDone': case 'QuestionReopened': return applyQuestion(room, event);
    case 'PollPrepared': case 'PollOpened': case 'PollAnswered': case 'PollClosed': case 'PollPublished': case 'PollDiscarded': return applyPoll(room.polls, event);
    case 'MotionMoved': case 'MotionSeconded': case 'MotionPut': case 'MotionWithdrawn': case 'ObjectionsAsked': case 'MotionObjected': case 'ObjectionsOver': return applyMotion(room, event);
    case 'BallotOpened': case 'VoteCast': case 'VotingEnded': case 'BallotClosed': case 'TieDecided': return applyBallot(room, event);
    case 'ElectorateSet': case 'ProxyGiven': case 'ProxyWithdrawn': return applyElectorate(room.electorate, event);
    case 'AwardPrepared': case 'AwardRevealed': return applyAward(room, event);
    case 'ActionMarked': case 'ActionReworded': case 'ActionWithdrawn': case 'ActionRestored': return applyAction(room.actions, event);
    case 'StageJoined': case 'StageLeft': case 'StageArranged':
    case 'MicrophonePlugged': case 'MicrophoneUnplugged': case 'MicrophoneHanded': return applyStage(room.stage, event);
    case 'CaptionsChosen': room.captions = event.data.source; return;
    case 'RecordingStarted': case 'RecordingStopped': return applyRecording(room.recording, event);
    case 'PushStarted': case 'PushStopped': return applyStream(room.stream, event);
  }
}
