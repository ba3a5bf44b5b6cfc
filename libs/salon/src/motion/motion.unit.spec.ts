import { describe, expect, it } from '@jest/globals';
import { given, says, scene } from '../../test/given.ts';
import { ballot, closes, council, id, leaves, moved, motion, moves, opensVote, person, registers, seconds, terms, votes } from '../../test/voting.ts';
import type { Room } from '../room/room.ts';

const withdraws = (by: string, motionId = motion) => says(by, 'motion.withdraw', { motionId: id(motionId) });
const puts = (motionId: string | null) => says('mod', 'motion.put', { motionId: motionId === null ? null : id(motionId) });
const asks = (changed = {}, withinMs = 30_000) => says('mod', 'motion.askObjections', { motionId: id(motion), withinMs, terms: terms(changed) });
const objects = (by: string) => says(by, 'motion.object', { motionId: id(motion) });
const ticks = (afterMs: number) => says(null, 'room.tick', {}, { at: Date.UTC(2026, 10, 21, 12) + afterMs });
const decides = (choice: string, { motionId = motion, as = ballot } = {}) => [opensVote({}, { motionId, as }), votes('ann', choice, { ballotId: as }), closes('mod', as)];
const motionIn = (room: Room, motionId = motion) => room.motions.find((one) => one.motionId === id(motionId));

describe('moving', () => {
  it('[MO1] is for electors in their own name, and for moderators on behalf of any', () => {
    given(council()).when(moves()).then({ type: 'MotionMoved', data: { movedBy: person('ann'), amends: null }, words: { title: { en: 'Admission' } } });
    given(council('bob')).when(moves()).refused('motion/not-elector');
    given(council()).when(moves({ by: 'ann', movedBy: 'bob' })).refused('motion/not-yours');
    given(council()).when(moves({ by: 'mod', movedBy: 'bob' })).then({ type: 'MotionMoved', data: { movedBy: person('bob') } });
    given(council()).when(moves({ by: 'mod' })).then({ type: 'MotionMoved', data: { movedBy: null } });
    given(council('bob')).when(moves({ by: 'mod', movedBy: 'ann' })).refused('motion/not-elector');
    given(scene()).when(moves()).refused('motion/not-elector');
  });
  it('[MO2] is seconded once, by another elector, before the vote where that is needed', () => {
    given(council(), moves()).when(seconds('bob')).then({ type: 'MotionSeconded', data: { secondedBy: person('bob') } });
    given(council(), moves()).when(seconds('ann')).refused('motion/own-motion');
    given(council('ann', 'cat'), moves()).when(seconds('bob')).refused('motion/not-elector');
    given(council(), moves()).when(says('cat', 'motion.second', { motionId: id(motion), secondedBy: person('bob') })).refused('motion/not-yours');
    given(council(), moves()).when(says('mod', 'motion.second', { motionId: id(motion), secondedBy: person('bob') })).then({ type: 'MotionSeconded', data: { secondedBy: person('bob') } });
    given(moved()).when(seconds('bob')).then();
    given(moved()).when(seconds('cat')).refused('motion/already-seconded');
    given(council(), moves()).when(opensVote()).refused('motion/not-seconded');
    given(scene({ seconder: 'not-needed' }), registers('ann'), moves()).when(opensVote()).then({ type: 'BallotOpened' });
  });
  it('[MO3] is taken back by the mover or a moderator, until it is voted on', () => {
    given(moved()).when(withdraws('ann')).then({ type: 'MotionWithdrawn' });
    given(moved()).when(withdraws('mod')).then({ type: 'MotionWithdrawn' });
    given(moved()).when(withdraws('bob')).refused('motion/not-yours');
    given(moved(), opensVote()).when(withdraws('ann')).refused('motion/voting');
    given(moved(), asks()).when(withdraws('ann')).refused('motion/voting');
    given(moved(), decides('yes')).when(withdraws('ann')).refused('motion/over');
    given(moved(), withdraws('ann')).when(withdraws('ann')).refused('motion/over');
    given(moved(), withdraws('ann')).when(opensVote()).refused('motion/over');
    given(moved()).when(withdraws('ann', 'none')).refused('motion/unknown');
  });
  it('[MO4] puts one motion before the room', () => {
    given(moved()).when(puts(motion)).then({ type: 'MotionPut', data: { motionId: id(motion) } });
    given(moved(), puts(motion)).when(puts(motion)).then();
    given(moved(), puts(motion)).when(puts(null)).then({ type: 'MotionPut', data: { motionId: null } });
    given(moved()).when(puts(null)).then();
    given(moved(), opensVote()).leaves((room) => expect(room.motionPut).toBe(id(motion)));
    given(moved(), asks()).leaves((room) => expect(room.motionPut).toBe(id(motion)));
    given(moved(), puts(motion), withdraws('ann')).leaves((room) => expect(room.motionPut).toBeNull());
  });
  it('[MO5] takes an amendment first, and its text when it is carried', () => {
    const amends = moves({ by: 'bob', as: 'amend', amends: motion, text: 'The council admits two members.' });
    const amended = [...moved(), amends, seconds('cat', 'amend')];
    given(amended).when(opensVote()).refused('motion/amendment-first');
    given(amended).when(asks()).refused('motion/amendment-first');
    given(amended, decides('yes', { motionId: 'amend', as: 'b0' })).leaves((room) => expect(motionIn(room)?.text).toEqual({ en: 'The council admits two members.' }));
    given(amended, decides('no', { motionId: 'amend', as: 'b0' })).leaves((room) => expect(motionIn(room)?.text).toEqual({ en: 'The council admits a member.' }));
    given(amended, decides('no', { motionId: 'amend', as: 'b0' })).when(opensVote()).then({ type: 'BallotOpened' });
    given(amended, withdraws('bob', 'amend')).when(opensVote()).then({ type: 'BallotOpened' });
    given(amended).when(moves({ by: 'cat', as: 'deeper', amends: 'amend' })).refused('motion/not-amendable');
    given(moved(), decides('yes')).when(amends).refused('motion/not-amendable');
    given(moved(), opensVote()).when(amends).refused('motion/voting');
    given(moved()).when(moves({ as: 'amend', amends: 'none' })).refused('motion/unknown');
  });
});

describe('without objection', () => {
  it('[MO6] is adopted when the time is over, void without its quorum, and ended by one objection', () => {
    const quorum = { of: 'members', kind: 'number', value: 3 } as const;
    given(moved()).when(asks({ quorum })).then({ type: 'ObjectionsAsked', data: { present: 5 } });
    given(moved(), asks({ quorum })).when(ticks(29_000)).then();
    given(moved(), asks({ quorum })).when(ticks(90_000)).then({ type: 'ObjectionsOver', data: { result: { outcome: 'carried', unanimous: true, quorum: { needed: 3, opening: 5, closing: 5 } }, sentence: { en: 'Adopted without objection, quorum 3 met.' } } });
    given(moved(), asks()).when(ticks(90_000)).then({ type: 'ObjectionsOver', data: { sentence: { en: 'Adopted without objection.', 'zh-CN': '无异议通过。' } } });
    given(moved(), asks({ quorum }), leaves('ann'), leaves('bob'), leaves('cat')).when(ticks(90_000)).then({ type: 'ObjectionsOver', data: { result: { outcome: 'void', voidBecause: 'quorum' } } });
    given(moved(), leaves('ann'), leaves('bob'), leaves('cat')).when(asks({ quorum })).refused('ballot/no-quorum');
    given(moved(), asks()).when(objects('cat')).then({ type: 'MotionObjected', data: { objectedBy: person('cat') } });
    given(moved(), asks(), objects('cat')).when(ticks(90_000)).then();
    given(moved(), asks(), objects('cat')).when(objects('bob')).refused('motion/no-objections-asked');
    given(moved(), asks(), objects('cat')).when(opensVote()).then({ type: 'BallotOpened' });
    given(moved('ann', 'bob'), asks()).when(objects('cat')).refused('ballot/not-entitled');
    given(moved('ann', 'bob'), asks({ electorate: 'everybody' })).when(objects('cat')).then({ type: 'MotionObjected' });
    given(moved(), asks()).when(asks()).then();
    given(moved(), opensVote()).when(asks()).refused('ballot/another-open');
    given(moved(), decides('yes')).when(asks()).refused('motion/over');
    given(moved()).when(asks({ quorum: { of: 'members', kind: 'share', value: 101 } })).refused('ballot/quorum-misfits');
    given(council(), moves()).when(asks()).refused('motion/not-seconded');
  });
});

describe('the decision', () => {
  it('[MO7] is changed by a new vote alone, which names the one that it corrects', () => {
    given(moved(), decides('yes')).when(opensVote({}, { as: 'again' })).then({ type: 'BallotOpened', data: { corrects: id(ballot) } });
    given(moved(), decides('yes'), decides('no', { as: 'again' })).leaves((room) => expect(motionIn(room)?.decision).toMatchObject({ ballotId: id('again'), result: { outcome: 'lost' } }));
    given(moved()).when(opensVote()).then({ type: 'BallotOpened', data: { corrects: null } });
    given(moved(), opensVote(), says('mod', 'ballot.cancel', { ballotId: id(ballot) })).leaves((room) => expect(motionIn(room)?.decision?.result.outcome).toBe('void'));
    given(moved(), opensVote(), says('mod', 'ballot.cancel', { ballotId: id(ballot) })).when(withdraws('ann')).then({ type: 'MotionWithdrawn' });
  });
  it('[MO7] is not undone by a void vote, and that of an amendment not by a new vote', () => {
    const calledOff = [...moved(), ...decides('yes'), opensVote({}, { as: 'again' }), says('mod', 'ballot.cancel', { ballotId: id('again') })];
    given(calledOff).leaves((room) => expect([motionIn(room)?.decision?.result.outcome, motionIn(room)?.stands?.result.outcome]).toEqual(['void', 'carried']));
    given(calledOff).when(withdraws('ann')).refused('motion/over');
    given(calledOff).when(opensVote({}, { as: 'third' })).then({ type: 'BallotOpened', data: { corrects: id(ballot) } });
    const amended = [...moved(), moves({ by: 'bob', as: 'amend', amends: motion, text: 'Two.' }), seconds('cat', 'amend'), ...decides('yes', { motionId: 'amend', as: 'b0' })];
    given(amended).when(opensVote({}, { motionId: 'amend', as: 'b1' })).refused('motion/over');
  });
  it('[MO8] is a sentence with its figures', () => {
    const all = ['ann', 'bob', 'cat', 'mod', 'own'];
    const quorum = { of: 'members', kind: 'number', value: 4 } as const;
    const closed = (changed: object, choices: string[], last: ReturnType<typeof leaves>[] = []) => given(moved(), opensVote(changed), choices.map((choice, at) => votes(all[at] ?? '', choice)), last).when(closes());
    const says_ = (en: string, zh: string, es: string) => ({ type: 'BallotClosed' as const, data: { sentence: { en, 'zh-CN': zh, es } } });
    closed({ quorum }, ['yes', 'yes', 'yes', 'yes', 'yes']).then(says_('Carried unanimously, 5 of 5 votes, quorum 4 met.', '一致通过，5 票中 5 票赞成，达到法定人数 4。', 'Aprobada por unanimidad, 5 de 5 votos, quórum de 4 alcanzado.'));
    closed({ majority: 'two-thirds', base: 'cast' }, ['yes', 'yes', 'no', 'abstain']).then(says_('Lost, 2 yes, 1 no, 1 abstaining, 3 of 4 votes cast needed.', '未通过，赞成 2 票，反对 1 票，弃权 1 票，须得已投票数 4 中的 3 票。', 'Rechazada, 2 a favor, 1 en contra, abstenciones: 1, se necesitaban 3 de 4 votos emitidos.'));
    closed({ quorum }, ['yes', 'yes'], [leaves('cat'), leaves('bob')]).then(says_('Void, quorum lost: 3 at the closing, 4 needed.', '表决无效，法定人数不足：结束时 3，须有 4。', 'Nula, quórum perdido: 3 al cierre, se necesitaban 4.'));
    closed({ tie: 'chair' }, ['yes', 'no']).then(says_('Tied, 1 yes, 1 no, 0 abstaining, 2 of 2 yes and no votes needed.', '票数相等，赞成 1 票，反对 1 票，弃权 0 票，须得赞成票与反对票 2 中的 2 票。', 'Empate, 1 a favor, 1 en contra, abstenciones: 0, se necesitaban 2 de 2 votos a favor y en contra.'));
  });
});
