import type { Command, PollAnswer, PollId, PollPlan, RoomEvent } from '@yaji/contracts';
import { assertNever, type DeepReadonly } from '@yaji/kit';
import type { Room } from '../room/room.ts';
import type { MemberStamp } from '../stamp.ts';
import { accept, refuse, type Verdict } from '../verdict.ts';
import { choiceOf, countsOf, isShown, isWords, optionsFit, type Poll } from './poll.ts';

export type PollCommand = Extract<Command, { type: `poll.${string}` }>;

export function decidePoll(room: DeepReadonly<Room>, command: PollCommand, stamp: MemberStamp): Verdict {
  if (command.type === 'poll.prepare') return prepare(command.data.plan, stamp);
  const poll = room.polls.find(({ pollId }) => pollId === command.data.pollId);
  if (!poll) return refuse('poll/unknown');
  const { pollId, status } = poll;
  switch (command.type) {
    case 'poll.open': return open(room, poll);
    case 'poll.answer': return answer(poll, command.data.answer, stamp);
    case 'poll.close': return status === 'prepared' ? refuse('poll/not-open') : accept(...closing(poll));
    case 'poll.publish': return publish(poll);
    case 'poll.discard': return status === 'prepared' ? accept({ type: 'PollDiscarded', data: { pollId } }) : refuse('poll/already-opened');
    default: return assertNever(command);
  }
}

/** [P1] */
const prepare = (plan: PollPlan, { commandId }: MemberStamp): Verdict =>
  (optionsFit(plan) ? accept({ type: 'PollPrepared', data: { pollId: commandId as string as PollId, plan } }) : refuse('poll/options-misfit'));

/** [P2] */
function open({ polls }: DeepReadonly<Room>, { pollId, plan, status }: DeepReadonly<Poll>): Verdict {
  if (status !== 'prepared') return status === 'open' ? accept() : refuse('poll/over');
  if (polls.some((other) => other.status === 'open')) return refuse('poll/another-open');
  return accept({ type: 'PollOpened', data: { pollId, plan: copyOf(plan) } });
}

const copyOf = (plan: DeepReadonly<PollPlan>): PollPlan => ({ ...plan, options: plan.options.map(({ optionId, title }) => ({ optionId, title: { ...title } })), title: { ...plan.title } });

/** [P3] [P4] */
function answer(poll: DeepReadonly<Poll>, given: PollAnswer, { by }: MemberStamp): Verdict {
  const { pollId, plan, status, answers } = poll;
  if (status !== 'open') return refuse(status === 'prepared' ? 'poll/unknown' : 'poll/over');
  if (!fits(plan, given)) return refuse('poll/answer-misfits');
  const choice = choiceOf(plan.kind === 'multiple' && 'options' in given ? { options: plan.options.map(({ optionId }) => optionId).filter((optionId) => given.options.includes(optionId)) } : given);
  const before = answers[by] ?? null;
  if (before === choice) return accept();
  if (before !== null && !plan.changeable) return refuse('poll/already-answered');
  const told = { pollId, again: before !== null, shown: isShown(poll), answeredBy: by };
  return isWords(plan)
    ? accept({ type: 'PollAnswered', data: { ...told, choice: null, before: null }, words: { text: choice, before } })
    : accept({ type: 'PollAnswered', data: { ...told, choice, before }, words: null });
}

/** Longer is no word of a cloud. UTF-16 units. */
const wordsMost = 40;

function fits({ kind, options }: DeepReadonly<PollPlan>, given: PollAnswer): boolean {
  switch (kind) {
    case 'rating': return 'rating' in given;
    case 'words': return 'text' in given && given.text.length <= wordsMost;
    case 'text': return 'text' in given;
    case 'single': case 'multiple': case 'ranking': {
      if (!('options' in given) || (kind === 'single' && given.options.length > 1)) return false;
      return new Set(given.options).size === given.options.length && given.options.every((optionId) => options.some((option) => option.optionId === optionId));
    }
  }
}

/** What ends an open poll. */
export const closing = ({ pollId, status }: DeepReadonly<Poll>): RoomEvent[] => (status === 'open' ? [{ type: 'PollClosed', data: { pollId } }] : []);

/** [P5] */
function publish(poll: DeepReadonly<Poll>): Verdict {
  const { pollId, plan, status } = poll;
  if (status === 'prepared') return refuse('poll/not-open');
  if (isShown(poll)) return accept();
  const counts = Object.fromEntries(countsOf(poll));
  return isWords(plan) ? accept({ type: 'PollPublished', data: { pollId, counts: {} }, words: { texts: counts } }) : accept({ type: 'PollPublished', data: { pollId, counts }, words: null });
}
