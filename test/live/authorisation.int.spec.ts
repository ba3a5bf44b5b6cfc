import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { commandSchemas, type CommandType, type Joined, Role } from '@yaji/contracts';
import { mayDo } from '@yaji/salon';
import { freshDatabase, services } from '../support/services.ts';
import { type Api, joinBy, makeSalon, personalLink, programme, type Salon, startApi } from './api.ts';
import { type Client, connect, refusalOf, sit } from './client.ts';

const nobody = randomUUID();
/** A well-formed body of each command that, where it is allowed, concerns nobody. The compiler asks for every command. */
const bodies: Record<CommandType, object> = {
  'member.admit': { participantId: nobody }, 'member.decline': { participantId: nobody, message: null }, 'member.setRole': { participantId: nobody, role: 'speaker' },
  'member.remove': { participantId: nobody }, 'member.introduce': { participantId: nobody, name: { en: 'No One' }, organisation: null, country: null, languages: [] },
  'member.checkIn': { participantId: nobody }, 'floor.restoreOrder': {}, 'floor.setOrder': { policies: [] }, 'floor.setMode': { mode: 'queue' },
  'floor.yield': { turn: 99, participantId: nobody }, 'floor.nominate': { turn: 99, participantId: nobody }, 'floor.veto': { turn: 99 }, 'floor.interpret': { turn: 99, participantId: null },
  'floor.topUp': { holder: { of: 'person', participantId: nobody }, byMs: 1_000 }, 'floor.transfer': { from: { of: 'person', participantId: nobody }, to: { of: 'person', participantId: nobody }, byMs: 1_000 },
  'agenda.accept': { proposal: { kind: 'close-list' } }, 'stage.plugIn': { microphoneId: 'none' }, 'stage.unplug': { microphoneId: 'none' }, 'stage.hand': { microphoneId: 'none', participantId: null },
  'floor.request': {}, 'floor.withdraw': { entryId: nobody }, 'floor.add': { participantId: nobody }, 'floor.move': { entryId: nobody, index: 0 },
  'floor.closeList': {}, 'floor.reopenList': {}, 'floor.grantNext': { afterTurn: 99 }, 'floor.grantTo': { participantId: nobody, afterTurn: 99 },
  'floor.pause': { turn: 99 }, 'floor.resume': { turn: 99 }, 'floor.extend': { turn: 99, byMs: 1_000 }, 'floor.end': { turn: 99 }, 'floor.undo': { turn: 99 },
  'agenda.startItem': { itemId: 'none' }, 'agenda.finishItem': { itemId: 'none' }, 'agenda.skipItem': { itemId: 'none' },
  'agenda.startTopic': { itemId: 'none', topicId: 'none' }, 'agenda.finishTopic': { itemId: 'none', topicId: 'none' }, 'agenda.skipTopic': { itemId: 'none', topicId: 'none' },
  'question.ask': { text: 'Why?', anonymous: false }, 'question.approve': { questionId: nobody }, 'question.decline': { questionId: nobody, reason: 'No' },
  'question.upvote': { questionId: nobody }, 'question.answer': { questionId: nobody, text: null }, 'question.done': { questionId: nobody },
  'question.edit': { questionId: nobody, text: 'Why not?' }, 'question.pin': { questionId: nobody }, 'question.merge': { questionId: nobody, into: nobody },
  'question.letSpeak': { questionId: nobody }, 'question.defer': { questionId: nobody }, 'question.reopen': { questionId: nobody },
  'poll.prepare': { plan: { kind: 'text', title: { en: 'What?' }, options: [], results: 'live', changeable: true } }, 'poll.open': { pollId: nobody }, 'poll.answer': { pollId: nobody, answer: { rating: 3 } },
  'poll.close': { pollId: nobody }, 'poll.publish': { pollId: nobody }, 'poll.discard': { pollId: nobody },
  'motion.move': { title: { en: 'That' }, text: { en: 'So be it.' } }, 'motion.second': { motionId: nobody }, 'motion.put': { motionId: nobody }, 'motion.withdraw': { motionId: nobody },
  'motion.askObjections': { motionId: nobody, withinMs: 5_000, terms: {} }, 'motion.object': { motionId: nobody },
  'ballot.open': { motionId: nobody, terms: {} }, 'ballot.vote': { ballotId: nobody, elector: nobody, choice: 'yes' }, 'ballot.close': { ballotId: nobody }, 'ballot.cancel': { ballotId: nobody },
  'ballot.decideTie': { ballotId: nobody, carried: true }, 'electorate.set': { electors: [] }, 'electorate.giveProxy': { from: nobody, to: nobody }, 'electorate.withdrawProxy': { from: nobody },
  'award.prepare': { plan: { title: { en: 'Of the year' }, method: 'ranked', nominees: [{ optionId: 'a', title: { en: 'A' } }, { optionId: 'b', title: { en: 'B' } }] } }, 'award.open': { awardId: nobody }, 'award.reveal': { awardId: nobody, places: 1 },
  'stage.bring': { participantId: nobody }, 'stage.dismiss': { participantId: nobody }, 'stage.arrange': { layout: 'grid' },
  'action.mark': { mark: { kind: 'action', what: 'Send it', who: [nobody] } }, 'action.reword': { actionId: nobody, wording: 1, mark: { kind: 'decision', what: 'So' } }, 'action.withdraw': { actionId: nobody }, 'action.restore': { actionId: nobody },
  'caption.choose': { source: 'off' }, 'recording.start': {}, 'recording.stop': {}, 'stream.startPush': { pushId: nobody, label: 'Nowhere' }, 'stream.stopPush': { pushId: nobody }, 'member.leave': {}, 'room.close': {},
};
const commands = Object.keys(bodies) as CommandType[];
/** Said by each role in turn, these would end the matter for the roles after it: their allowed cells are in the rules' own tests. */
const endings: ReadonlySet<CommandType> = new Set(['room.close']);
/** Stays below what one socket may send at once. */
const perSocket = 15;

describe('who may say what over the wire', () => {
  let api: Api;
  let salon: Salon;

  beforeAll(async () => {
    api = await startApi({ DATABASE_URL: await freshDatabase(), REDIS_URL: (await services()).redisUrl });
    const people = Role.options.map((role) => ({ id: role, name: { en: `The ${role}` }, role }));
    salon = await makeSalon(api.url, { ...programme({ people: [...people, ...programme().people] }, { lobby: ['attendee'] }) });
    const opener = await sit(api.url, await joinBy(api.url, personalLink(salon, 'chair')), { roomId: salon.roomId });
    opener.close();
  });
  afterAll(() => api.close());

  const sayAll = async (joined: Joined, seat: (joined: Joined) => Promise<Client>): Promise<Map<CommandType, string | null>> => {
    const said = new Map<CommandType, string | null>();
    for (let at = 0; at < commands.length; at += perSocket) {
      const client = await seat(joined);
      for (const type of commands.slice(at, at + perSocket)) {
        if (endings.has(type) && client.me && mayDo(client.me.role, type)) continue;
        said.set(type, refusalOf(await client.say(type, bodies[type])));
      }
      client.close();
    }
    return said;
  };

  it('covers every command of the contract', () => {
    expect(commands.toSorted()).toEqual(Object.keys(commandSchemas).toSorted());
  });

  for (const role of Role.options) {
    it(`${role}: exactly what the policy allows`, async () => {
      const said = await sayAll(await joinBy(api.url, personalLink(salon, role)), (joined) => sit(api.url, joined, { roomId: salon.roomId }));
      for (const [type, refusal] of said) {
        expect([type, refusal === 'member/role-may-not']).toEqual([type, !mayDo(role, type)]);
        expect([type, refusal]).not.toEqual([type, 'contract/invalid']);
      }
    });
  }

  it('who waits in the lobby may say nothing', async () => {
    const guest = await joinBy(api.url, salon.links.attendee, 'Eve Tester');
    const said = await sayAll(guest, async (joined) => {
      const client = connect(api.url, joined, { roomId: salon.roomId });
      await client.until(({ standing }) => standing?.state === 'waiting');
      return client;
    });
    for (const [type, refusal] of said) expect([type, refusal]).toEqual([type, 'member/not-admitted']);
  });
});
