import type { CommandType, Role } from '@yaji/contracts';

const moderators = ['owner', 'moderator'] as const;
const voices = ['owner', 'moderator', 'speaker', 'attendee'] as const;
const people = ['owner', 'moderator', 'speaker', 'interpreter', 'usher', 'attendee'] as const;

/** Who may say what (R3). Guards the door, shows or hides the buttons, makes the tests. */
export const policy: Readonly<Record<CommandType, readonly Role[]>> = {
  'room.close': moderators,
  'member.admit': moderators,
  'member.decline': moderators,
  'member.setRole': moderators,
  'member.remove': moderators,
  'member.leave': [...people, 'display'],
  'member.checkIn': [...moderators, 'usher'],
  'member.introduce': [...moderators, 'usher'],
  'floor.request': voices,
  'floor.withdraw': [...voices, 'usher'],
  'floor.add': [...moderators, 'usher'],
  'floor.move': moderators,
  'floor.restoreOrder': moderators,
  'floor.setOrder': moderators,
  'floor.setMode': moderators,
  'floor.closeList': moderators,
  'floor.reopenList': moderators,
  'floor.grantNext': moderators,
  'floor.grantTo': moderators,
  'floor.pause': moderators,
  'floor.resume': moderators,
  'floor.extend': moderators,
  'floor.end': voices,
  'floor.undo': moderators,
  'floor.yield': voices,
  'floor.nominate': voices,
  'floor.veto': moderators,
  'floor.interpret': [...voices, 'interpreter'],
  'floor.topUp': moderators,
  'floor.transfer': voices,
  'agenda.startItem': moderators,
  'agenda.finishItem': moderators,
  'agenda.skipItem': moderators,
  'agenda.startTopic': moderators,
  'agenda.finishTopic': moderators,
  'agenda.skipTopic': moderators,
  'agenda.accept': moderators,
  'question.ask': people,
  'question.approve': moderators,
  'question.decline': moderators,
  'question.upvote': people,
  'question.answer': [...moderators, 'speaker'],
  'question.done': moderators,
  'stage.bring': moderators,
  'stage.dismiss': moderators,
  'stage.arrange': moderators,
  'stage.plugIn': [...moderators, 'usher', 'display'],
  'stage.unplug': [...moderators, 'usher', 'display'],
  'stage.hand': [...moderators, 'usher'],
  'recording.start': moderators,
  'recording.stop': moderators,
};

export const mayDo = (role: Role, command: CommandType): boolean => policy[command].includes(role);
export const isModerating = (role: Role): boolean => role === 'owner' || role === 'moderator';
