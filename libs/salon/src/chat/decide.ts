import type { ChatRequest, ChatRequestOf, ParticipantId, Refusal, RefusalCode } from '@yaji/contracts';
import { assertNever, err, ok, type DeepReadonly, type Result } from '@yaji/kit';
import type { Member } from '../member/member.ts';
import { isModerating } from '../policy.ts';
import type { Room } from '../room/room.ts';
import type { Chat, ChatChange } from './chat.ts';
import { chatDoor } from './door.ts';

/** What a request comes to (null: it is so already), or why it is refused. */
export type ChatVerdict = Result<ChatChange | null, Refusal>;

/** Who says it, and when by the one clock that all processes share. UTC milliseconds. */
export type ChatStamp = { by: ParticipantId; at: number };

type Said = { chat: DeepReadonly<Chat>; member: DeepReadonly<Member>; at: number };

const refuse = (code: RefusalCode, details?: Record<string, number>): ChatVerdict => err(details ? { code, details } : { code });

/** `chat` must hold what the request concerns: its message, when its sender last wrote, and all who are muted. */
export function decideChat({ room, chat }: { room: DeepReadonly<Room>; chat: DeepReadonly<Chat> }, request: ChatRequest, { by, at }: ChatStamp): ChatVerdict {
  const door = chatDoor(room, by);
  if (!door.ok) return door;
  const said: Said = { chat, member: door.value, at };
  if (request.type === 'chat.write') return write(said, request.data);
  if (request.type === 'chat.delete') return remove(said, request.data.number);
  if (!isModerating(door.value.role)) return refuse('member/role-may-not');
  switch (request.type) {
    case 'chat.mute': return mute(room, said, request.data.participantId);
    case 'chat.unmute': return unmute(said, request.data.participantId);
    case 'chat.setSlow': return set(chat, { slowSeconds: request.data.seconds });
    case 'chat.close': return set(chat, { closed: true });
    case 'chat.reopen': return set(chat, { closed: false });
    default: return assertNever(request);
  }
}

/** [T2] [T5] [T7] */
function write(said: Said, { messageId, text }: ChatRequestOf<'chat.write'>['data']): ChatVerdict {
  const { chat, member: { participantId: by, role }, at } = said;
  const before = chat.messages.find((message) => message.messageId === messageId);
  if (before) return before.by === by ? ok(null) : refuse('contract/invalid');
  if (chat.closed) return refuse('chat/closed');
  // Whoever was made an owner is bound by no earlier mute: nobody else need be there to lift it.
  if (chat.muted.includes(by) && role !== 'owner') return refuse('chat/muted');
  const waitMs = restMs(said);
  return waitMs > 0 ? refuse('chat/too-soon', { seconds: Math.ceil(waitMs / 1_000) }) : ok({ type: 'written', messageId, by, at, text });
}

/** [T6] How long the sender still has to wait. */
function restMs({ chat: { slowSeconds, lastAt }, member: { participantId, role }, at }: Said): number {
  const last = lastAt[participantId];
  return last === undefined || isModerating(role) ? 0 : last + slowSeconds * 1_000 - at;
}

/** [T4] */
function remove({ chat, member: { participantId: by, role }, at }: Said, number: number): ChatVerdict {
  const message = chat.messages.find((one) => one.number === number);
  if (!message) return refuse('chat/unknown');
  if (message.by !== by && !isModerating(role)) return refuse('chat/not-yours');
  return ok(message.text === null ? null : { type: 'deleted', number, by, at });
}

/** [T5] */
function mute(room: DeepReadonly<Room>, { chat, member }: Said, participantId: ParticipantId): ChatVerdict {
  const whom = room.members[participantId];
  if (!whom) return refuse('member/unknown');
  if (participantId === member.participantId) return refuse('member/not-yourself');
  if (whom.role === 'owner') return refuse('chat/not-an-owner');
  return ok(chat.muted.includes(participantId) ? null : { type: 'muted', participantId });
}

/** [T5] */
function unmute({ chat, member }: Said, participantId: ParticipantId): ChatVerdict {
  if (participantId === member.participantId) return refuse('member/not-yourself');
  return ok(chat.muted.includes(participantId) ? { type: 'unmuted', participantId } : null);
}

/** [T8] */
function set(chat: DeepReadonly<Chat>, settings: Extract<ChatChange, { type: 'set' }>['settings']): ChatVerdict {
  const { slowSeconds = chat.slowSeconds, closed = chat.closed } = settings;
  return ok(slowSeconds === chat.slowSeconds && closed === chat.closed ? null : { type: 'set', settings });
}
