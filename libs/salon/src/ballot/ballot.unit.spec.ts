import { describe, expect, it } from '@jest/globals';
import type { BallotTerms } from '@yaji/contracts';
import { given, says, scene, t0 } from '../../test/given.ts';
import { ballot, closes, council, enters, givesProxy, id, leaves, moved, motion, moves, opensVote, person, registers, seconds, votes } from '../../test/voting.ts';
import { play } from '../../test/steps.ts';
import { seal } from '../seal.ts';
import { view } from '../view.ts';

const quorumOf = (value: number, of: 'members' | 'weight' = 'members', kind: 'number' | 'share' = 'number'): Partial<BallotTerms> => ({ quorum: { of, kind, value } });
const cancels = () => says('mod', 'ballot.cancel', { ballotId: id(ballot) });
const counts = (tally: Record<string, number>, voted: string[]) => says(null, 'ballot.count', { ballotId: id(ballot), tally, voted: voted.map(person), digest: 'a'.repeat(64) });
const withdrawsProxy = (from: string, by = from) => says(by, 'electorate.withdrawProxy', { from: person(from) });
const voided = { type: 'BallotClosed' as const, data: { tally: {}, votes: [], cast: { members: 0, weight: 0 }, result: { outcome: 'void', yes: 0, no: 0, abstain: 0 } } };

describe('the register', () => {
  it('[B1] has nobody twice, and stays as it is while something is asked', () => {
    given(scene()).when(registers('ann', 'bob')).then({ type: 'ElectorateSet', data: { electors: [{ participantId: person('ann'), weight: 1 }, { participantId: person('bob'), weight: 1 }], proxies: [] } });
    given(scene()).when(registers('ann', 'ann')).refused('electorate/twice');
    given(scene()).when({ ...registers('ann'), by: 'ann' }).refused('member/role-may-not');
    for (const asked of [opensVote(), opensVote({ secrecy: 'secret' }), says('mod', 'motion.askObjections', { motionId: id(motion), withinMs: 30_000, terms: { secrecy: 'named', electorate: 'register', majority: 'simple', base: 'yes-no', tie: 'lost', quorum: null, closesAfterMs: null } })]) {
      given(moved(), asked).when(registers('ann')).refused('electorate/frozen');
      given(moved(), asked).when(givesProxy('ann', 'bob')).refused('electorate/frozen');
      given(moved(), givesProxy('ann', 'bob'), asked).when(withdrawsProxy('ann')).refused('electorate/frozen');
    }
    given(moved(), opensVote({ secrecy: 'secret' }), closes()).when(registers('ann')).refused('electorate/frozen');
    given(moved(), opensVote(), closes()).when(registers('ann')).then({ type: 'ElectorateSet' });
    given(council(), givesProxy('ann', 'bob'), givesProxy('cat', 'mod')).when(registers('ann', 'bob', 'mod')).then({ type: 'ElectorateSet', data: { proxies: [{ from: person('ann'), to: person('bob') }] } });
  });
  it('[B2] lets a vote be given away, to another elector, within the limit and without chains', () => {
    given(council()).when(givesProxy('ann', 'bob', 'ann')).then({ type: 'ProxyGiven', data: { from: person('ann'), to: person('bob') } });
    given(council()).when(givesProxy('ann', 'bob', 'bob')).refused('electorate/not-yours');
    given(council()).when(givesProxy('ann', 'ann')).refused('electorate/proxy-yourself');
    given(council('ann', 'bob')).when(givesProxy('ann', 'cat')).refused('electorate/not-elector');
    given(council('ann', 'bob')).when(givesProxy('cat', 'ann')).refused('electorate/not-elector');
    given(council(), givesProxy('ann', 'bob')).when(givesProxy('ann', 'bob')).then();
    given(council(), givesProxy('ann', 'bob')).when(givesProxy('ann', 'cat')).refused('electorate/proxy-given');
    given(council(), givesProxy('ann', 'bob')).when(givesProxy('bob', 'cat')).refused('electorate/proxy-chain');
    given(council(), givesProxy('ann', 'bob')).when(givesProxy('cat', 'ann')).refused('electorate/proxy-chain');
    given(council(), givesProxy('ann', 'bob'), givesProxy('cat', 'bob')).when(givesProxy('mod', 'bob')).refused('electorate/proxy-limit');
    given(scene({ proxiesPerHolder: 0 }), registers('ann', 'bob')).when(givesProxy('ann', 'bob')).refused('electorate/proxy-limit');
    given(council(), givesProxy('ann', 'bob')).when(withdrawsProxy('ann')).then({ type: 'ProxyWithdrawn', data: { from: person('ann') } });
    given(council(), givesProxy('ann', 'bob')).when(withdrawsProxy('ann', 'bob')).refused('electorate/not-yours');
    given(council()).when(withdrawsProxy('ann')).then();
  });
});

describe('opening', () => {
  it('[B3] is of one ballot at a time', () => {
    const two = [...moved(), moves({ by: 'cat', as: 'other' }), seconds('bob', 'other')];
    given(two, opensVote()).when(opensVote({}, { motionId: 'other', as: 'b2' })).refused('ballot/another-open');
    given(two, opensVote({ secrecy: 'secret' }), closes()).when(opensVote({}, { motionId: 'other', as: 'b2' })).refused('ballot/another-open');
    given(two, opensVote(), closes()).when(opensVote({}, { motionId: 'other', as: 'b2' })).then({ type: 'BallotOpened' });
    given(moved()).when(opensVote({}, { motionId: 'none' })).refused('motion/unknown');
    given(moved()).when(closes('mod', 'none')).refused('ballot/unknown');
  });
  it('[B4] freezes who votes, for whom and how many are there', () => {
    given(moved('ann', ['bob', 3], 'cat', 'dan'), givesProxy('dan', 'bob')).when(opensVote()).then({
      type: 'BallotOpened',
      data: { electors: [{ participantId: person('ann'), weight: 1, proxy: null }, { weight: 3, proxy: null }, { proxy: null }, { participantId: person('dan'), proxy: person('bob') }], present: { members: 4, weight: 6 } },
    });
    given(moved(), opensVote()).when(closes()).then({ type: 'BallotClosed', data: { present: { members: 5, weight: 5 } } });
    given(moved(), opensVote(), leaves('cat')).when(closes()).then({ type: 'BallotClosed', data: { present: { members: 4, weight: 4 } } });
  });
  it('[B5] counts a represented elector with the holder, not by being there', () => {
    const present = (members: number) => ({ type: 'BallotOpened' as const, data: { present: { members, weight: members } } });
    given(moved('ann', 'bob', 'dan'), givesProxy('dan', 'bob')).when(opensVote()).then(present(3));
    given(moved('ann', 'bob', 'dan'), givesProxy('dan', 'bob'), leaves('bob')).when(opensVote()).then(present(1));
    given(moved('ann', 'bob', 'cat'), givesProxy('ann', 'bob'), leaves('bob')).when(opensVote()).then(present(1));
    given(moved('ann', 'bob'), enters('bob', 'speaker', { place: 'hall' })).when(opensVote()).then(present(2));
    given(moved()).when(opensVote({ electorate: 'everybody' })).then(present(6));
    // An absence of less than a minute has not been noticed (M6), so it costs no quorum.
    given(moved('ann', 'bob'), opensVote(quorumOf(2)), says(null, 'member.absent', { participantId: person('ann'), lastSeenAt: t0 }, { at: t0 + 70_000 })).when(closes()).then({ type: 'BallotClosed', data: { result: { outcome: 'void' } } });
  });
  it('[B6] needs its quorum then and at the closing, and one that can be had', () => {
    given(moved()).when(opensVote(quorumOf(5))).then({ type: 'BallotOpened' });
    given(moved('ann', 'bob', 'cat', 'dan')).when(opensVote(quorumOf(4))).refused('ballot/no-quorum');
    for (const value of [0, 6, 2.5]) given(moved()).when(opensVote(quorumOf(value))).refused('ballot/quorum-misfits');
    for (const value of [0, 101]) given(moved()).when(opensVote(quorumOf(value, 'members', 'share'))).refused('ballot/quorum-misfits');
    given(moved()).when(opensVote({ ...quorumOf(1), electorate: 'everybody' })).refused('ballot/quorum-misfits');
    given(moved(['ann', 5], 'bob', 'dan'), leaves('bob')).when(opensVote(quorumOf(60, 'weight', 'share'))).then({ type: 'BallotOpened' });
    given(moved(['ann', 5], 'bob', 'dan'), leaves('ann')).when(opensVote(quorumOf(60, 'weight', 'share'))).refused('ballot/no-quorum');
    given(moved(), opensVote(quorumOf(5)), votes('ann'), votes('bob'), leaves('cat')).when(closes()).then({ ...voided, data: { ...voided.data, result: { ...voided.data.result, voidBecause: 'quorum', quorum: { needed: 5, opening: 5, closing: 4 } } } });
    given(moved(), opensVote({ ...quorumOf(5), secrecy: 'secret' }), leaves('cat')).when(closes()).then(voided);
    given(moved(), opensVote(quorumOf(5)), leaves('cat'), enters('cat')).when(closes()).then({ type: 'BallotClosed', data: { result: { outcome: 'lost' } } });
    given(council('dan'), moves({ by: 'mod' })).when(opensVote()).refused('motion/not-seconded');
    given(scene({ seconder: 'not-needed' }), moves({ by: 'mod' })).when(opensVote()).refused('ballot/nobody-entitled');
  });
  it('[B8] of everybody takes no base that cannot be counted; who voted and left was present', () => {
    for (const base of ['present', 'entitled'] as const) given(moved()).when(opensVote({ electorate: 'everybody', base })).refused('ballot/base-misfits');
    given(moved()).when(opensVote({ electorate: 'everybody', base: 'cast' })).then({ type: 'BallotOpened', data: { electors: null } });
    given(moved(), opensVote({ base: 'present', majority: 'absolute' }), votes('ann'), votes('bob'), votes('cat'), leaves('cat')).when(closes()).then({ type: 'BallotClosed', data: { present: { members: 4 }, result: { base: 5, needed: 3, yes: 3, outcome: 'carried' } } });
  });
});

describe('voting', () => {
  it('[B10] is once for each elector, from whatever device', () => {
    given(moved(), opensVote()).when(votes('ann')).then({ type: 'VoteCast', data: { elector: person('ann'), castBy: person('ann'), choice: 'yes', pseudonym: null } });
    given(moved(), opensVote(), votes('ann')).when(votes('ann', 'no')).refused('ballot/already-voted');
    given(moved(), opensVote(), votes('ann')).when(votes('ann')).refused('ballot/already-voted');
    given(moved(), opensVote(), votes('ann'), enters('ann', 'speaker', { place: 'hall' })).when(votes('ann')).refused('ballot/already-voted');
    given(moved(), opensVote(), votes('ann'), votes('bob', 'no')).when(closes()).then({ type: 'BallotClosed', data: { tally: { yes: 1, no: 1 }, cast: { members: 2 } } });
  });
  it('[B11] is for oneself and those whose votes one holds', () => {
    const held = [...moved('ann', 'bob', 'dan'), givesProxy('dan', 'bob'), opensVote()];
    given(held).when(votes('bob', 'no', { elector: 'dan' })).then({ type: 'VoteCast', data: { elector: person('dan'), castBy: person('bob'), choice: 'no' } });
    given(held, enters('dan')).when(votes('dan')).refused('ballot/proxy-given');
    given(held).when(votes('ann', 'yes', { elector: 'dan' })).refused('ballot/not-entitled');
    given(held).when(votes('ann', 'yes', { elector: 'bob' })).refused('ballot/not-entitled');
    given(held).when(votes('cat')).refused('ballot/not-entitled');
    given(held, votes('bob'), votes('bob', 'no', { elector: 'dan' })).when(closes()).then({ type: 'BallotClosed', data: { tally: { yes: 1, no: 1 } } });
    given(moved('ann', 'bob'), opensVote({ electorate: 'everybody' })).when(votes('cat')).then({ type: 'VoteCast' });
    given(moved('ann', 'bob'), opensVote({ electorate: 'everybody' })).when(votes('cat', 'yes', { elector: 'ann' })).refused('ballot/not-entitled');
  });
  it('[B12] does not depend on a role that changes meanwhile', () => {
    given(moved(), opensVote(), says('own', 'member.setRole', { participantId: person('ann'), role: 'attendee' })).when(votes('ann')).then({ type: 'VoteCast' });
    given(moved('ann', 'bob'), opensVote(), says('own', 'member.setRole', { participantId: person('cat'), role: 'moderator' })).when(votes('cat')).refused('ballot/not-entitled');
    given(moved(), opensVote(), votes('ann'), says('own', 'member.remove', { participantId: person('ann') })).when(closes()).then({ type: 'BallotClosed', data: { tally: { yes: 1 } } });
    given(moved(), opensVote(), says('own', 'member.remove', { participantId: person('ann') })).when(votes('ann')).refused('member/removed');
  });
  it('[B13] takes yes, no and abstain', () => {
    for (const choice of ['yes', 'no', 'abstain']) given(moved(), opensVote()).when(votes('ann', choice)).then({ type: 'VoteCast', data: { choice } });
    for (const choice of ['maybe', 'yes>no', 'constructor']) given(moved(), opensVote()).when(votes('ann', choice)).refused('ballot/unknown-choice');
  });
  it('[B14] is over when it is over, and ends once', () => {
    given(moved(), opensVote(), closes()).when(votes('ann')).refused('ballot/over');
    given(moved(), opensVote({ secrecy: 'secret' }), closes()).when(closes('moe')).then();
    given(moved(), opensVote(), closes()).when(closes('moe')).then();
    given(moved(), opensVote(), closes()).when(cancels()).refused('ballot/over');
    given(moved()).when(votes('ann')).refused('ballot/unknown');
  });
});

describe('secrecy', () => {
  const told = (steps: Parameters<typeof play>[0], name: string) => {
    const { room, log } = play(steps);
    return log.map((record) => seal(record, { participantId: person(name), sees: name === 'mod' ? 'moderating' : 'inside' })).map((one) => ({ ...one, room }));
  };
  it('[B15] keeps a choice to who cast it; a named vote is told at the end, a pseudonymous one without its name', () => {
    for (const secrecy of ['named', 'pseudonymous'] as const) {
      const open = [...moved(), opensVote({ secrecy }), votes('ann', 'no', { as: 'ann-votes' })];
      for (const name of ['bob', 'mod']) expect(told(open, name).at(-1)).toMatchObject({ type: 'VoteCast', data: { elector: person('ann'), choice: null, pseudonym: null } });
      expect(told(open, 'ann').at(-1)).toMatchObject({ data: { choice: 'no', pseudonym: secrecy === 'named' ? null : id('ann-votes') } });
      expect(view(play(open).room, { participantId: person('mod'), sees: 'moderating' }).ballots[0]?.votes).toEqual({ [person('ann')]: { castBy: person('ann'), choice: null, pseudonym: null } });
    }
    const published = (secrecy: BallotTerms['secrecy']) => play([...moved(), opensVote({ secrecy }), votes('cat', 'no', { as: 'b-cat' }), votes('ann', 'yes', { as: 'a-ann' }), closes()]).room.ballots[0]?.published;
    expect(published('named')).toEqual([{ elector: person('ann'), pseudonym: null, choice: 'yes', weight: 1 }, { elector: person('cat'), pseudonym: null, choice: 'no', weight: 1 }]);
    expect(published('pseudonymous')).toEqual([{ elector: null, pseudonym: id('a-ann'), choice: 'yes', weight: 1 }, { elector: null, pseudonym: id('b-cat'), choice: 'no', weight: 1 }]);
  });
  it('[B16] asks for three of each weight where the vote is not named', () => {
    const weighed = (...weights: number[]) => moved(...(['ann', 'bob', 'cat', 'mod', 'own', 'moe'] as const).slice(0, weights.length).map((name, at): [string, number] => [name, weights[at] ?? 1]));
    for (const secrecy of ['secret', 'pseudonymous'] as const) {
      given(weighed(1, 1, 1, 2, 2)).when(opensVote({ secrecy })).refused('ballot/weights-reveal');
      given(weighed(1, 1, 1, 2, 2, 2)).when(opensVote({ secrecy })).then({ type: 'BallotOpened' });
      given(weighed(2, 2)).when(opensVote({ secrecy })).then({ type: 'BallotOpened' });
    }
    given(weighed(1, 1, 1, 2, 2)).when(opensVote()).then({ type: 'BallotOpened' });
  });
  it('[B17] leaves a secret vote out of the log; the servers say what was in the box, once', () => {
    const open = [...moved(), opensVote({ secrecy: 'secret', base: 'present', majority: 'absolute' })];
    given(open).when(votes('ann')).refused('ballot/secret');
    given(open).when(closes()).then({ type: 'VotingEnded', data: { present: { members: 5 }, here: ['ann', 'bob', 'cat', 'mod', 'own'].map(person) } });
    given(open).when(counts({ yes: 1 }, ['ann'])).refused('ballot/not-counting');
    given(open, closes()).when(counts({ yes: 3, no: 1 }, ['ann', 'bob', 'cat', 'mod'])).then({ type: 'BallotClosed', data: { cast: { members: 4, weight: 4 }, tally: { yes: 3, no: 1 }, votes: [], digest: 'a'.repeat(64), result: { outcome: 'carried', yes: 3, no: 1, base: 5, needed: 3 } } });
    given(open, leaves('cat'), closes()).when(counts({ yes: 3 }, ['ann', 'bob', 'cat'])).then({ type: 'BallotClosed', data: { result: { base: 5, outcome: 'carried' } } });
    given(open, closes(), counts({ yes: 1 }, ['ann'])).when(counts({ yes: 1 }, ['ann'])).then();
    given(open, closes()).when({ ...counts({ yes: 1 }, ['ann']), by: 'mod' }).refused('member/role-may-not');
    given(moved()).when(counts({}, [])).refused('ballot/unknown');
    given(moved(), opensVote({ secrecy: 'secret', electorate: 'everybody' }), closes()).when(counts({ yes: 2, no: 1 }, ['ann', 'bob', 'zoe'])).then({ type: 'BallotClosed', data: { cast: { members: 3 }, result: { outcome: 'carried', base: 3 } } });
  });
});

describe('the end', () => {
  it('[B9] lets the chair decide a tie, once', () => {
    const decides = (carried: boolean) => says('mod', 'ballot.decideTie', { ballotId: id(ballot), carried });
    const tied = [...moved(), opensVote({ tie: 'chair' }), votes('ann'), votes('bob', 'no'), closes()];
    given(tied).when(decides(true)).then({ type: 'TieDecided', data: { result: { outcome: 'carried', yes: 1, no: 1 }, sentence: { en: 'Carried by the vote of the chair, 1 yes, 1 no.' } } });
    given(tied).when(decides(false)).then({ type: 'TieDecided', data: { result: { outcome: 'lost' } } });
    given(tied, decides(false)).when(decides(true)).refused('ballot/not-tied');
    given(tied).when(opensVote({}, { as: 'again' })).refused('motion/voting');
    given(moved(), opensVote(), votes('ann'), votes('bob', 'no'), closes()).when(decides(true)).refused('ballot/not-tied');
  });
  it('[B18] comes by itself at its time; what is called off is void', () => {
    const open = [...moved(), opensVote({ closesAfterMs: 20_000 }, { at: t0 + 100_000 }), votes('ann')];
    given(open).when(says(null, 'room.tick', {}, { at: t0 + 119_999 })).then();
    given(open).when(says(null, 'room.tick', {}, { at: t0 + 120_000 })).then({ type: 'BallotClosed', data: { tally: { yes: 1 }, result: { outcome: 'carried' } } });
    given(open).when(cancels()).then({ ...voided, data: { ...voided.data, result: { outcome: 'void', voidBecause: 'cancelled' } } });
    given(open, cancels()).when(votes('bob')).refused('ballot/over');
  });
  it('[B19] does not come with the room: it is closed after the vote', () => {
    const room = says('mod', 'room.close', {});
    given(moved(), opensVote()).when(room).refused('ballot/still-open');
    given(moved(), opensVote({ secrecy: 'secret' }), closes()).when(room).refused('ballot/still-open');
    given(moved(), opensVote(), closes()).when(room).then({ type: 'RoomClosed' });
  });
});
