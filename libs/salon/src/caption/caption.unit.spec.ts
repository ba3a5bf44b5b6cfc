import { describe, expect, it } from '@jest/globals';
import type { CaptionSource, RefusalCode } from '@yaji/contracts';
import { ends, next, raises, to } from '../../test/floor.ts';
import { enters, given, id, person, play, says, scene, type Step, t0 } from '../../test/given.ts';
import { apply, attribute, decideCaption, emptyRoom, type FloorStretch, noteFloor, type Room, type StandingLine } from '../index.ts';

const chooses = (source: CaptionSource, by = 'mod'): Step => says(by, 'caption.choose', { source });
const at = (s: number): number => t0 + s * 1_000;
const heard = () => [...scene(), chooses('browser')];
const typed = () => [...scene(), enters('ivo', 'interpreter'), chooses('typist')];

type Scene = { room: Room; stretches: FloorStretch[] };
function sceneOf(steps: readonly Step[]): Scene {
  const scene: Scene = { room: emptyRoom(), stretches: [] };
  for (const record of play(steps).log) {
    apply(scene.room, record);
    noteFloor(scene.stretches, scene.room, record.at);
  }
  return scene;
}
const line = (scene: Scene, by: string, s: number, { before = null, final = false }: { before?: StandingLine | null; final?: boolean } = {}) =>
  decideCaption(scene, { request: { type: 'caption.say', data: { lineId: id('line'), language: 'en', text: 'Well', final } }, before }, { by: person(by), at: at(s) });
const whose = (verdict: ReturnType<typeof line>): [number | null, string | null] | RefusalCode => (verdict.ok ? [verdict.value.turn, verdict.value.participantId] : verdict.error.code);
const begun = (verdict: ReturnType<typeof line>): StandingLine => {
  if (!verdict.ok) throw new Error(verdict.error.code);
  return verdict.value;
};

describe('the source of captions', () => {
  it('[LG1] is chosen by moderators, and is what the rules say until then', () => {
    given(scene()).leaves(({ captions }) => expect(captions).toBe('off'));
    given(scene({ captions: 'engine' })).leaves(({ captions }) => expect(captions).toBe('engine'));
    given(scene()).when(chooses('typist')).then({ type: 'CaptionsChosen', data: { source: 'typist' } });
    given(scene()).when(chooses('off')).then();
    given(scene()).when(chooses('typist', 'ann')).refused('member/role-may-not');
  });
});

describe('a line from a browser', () => {
  it('[LG2] is taken from who has the floor, and from nobody else', () => {
    const room = sceneOf([...heard(), to('ann', 0, at(10))]);
    expect(whose(line(room, 'ann', 12))).toEqual([1, person('ann')]);
    for (const by of ['bob', 'mod']) expect(whose(line(room, by, 12))).toBe('caption/not-heard');
    expect(whose(line(room, 'nobody', 12))).toBe('member/not-admitted');
    expect(whose(line(sceneOf(heard()), 'ann', 12))).toBe('caption/not-heard');
    expect(whose(line(sceneOf([...scene(), to('ann', 0, at(10))]), 'ann', 12))).toBe('caption/not-chosen');
    expect(whose(line(sceneOf([...heard(), to('ann', 0, at(10)), says('mod', 'room.close', {}, { at: at(11) })]), 'ann', 12))).toBe('room/closed');
  });

  it('[LG2] is taken from an interpreter while interpreting, and from the page of the hall’s microphone in use, for whom speaks there', () => {
    const interpreted = sceneOf([...heard(), enters('ivo', 'interpreter'), to('ann', 0, at(10)), says('mod', 'floor.interpret', { turn: 1, participantId: person('ivo') }, { at: at(20) })]);
    expect(whose(line(interpreted, 'ivo', 22))).toEqual([1, person('ivo')]);
    expect(whose(line(interpreted, 'ann', 23))).toBe('caption/not-heard');
    const microphones = [{ microphoneId: 'one' as never, title: { en: 'One' } }];
    const inHall = sceneOf([...scene({ microphones, captions: 'browser' }), enters('cat', 'speaker', { place: 'hall' }), enters('dis', 'display', { place: 'hall' }), says('dis', 'stage.plugIn', { microphoneId: 'one' as never }),
      to('cat', 0, at(10), { microphone: 'one' as never })]);
    expect(whose(line(inHall, 'dis', 12))).toEqual([1, person('cat')]);
    expect(whose(line(inHall, 'cat', 12))).toBe('caption/not-heard');
  });

  it('[LG2] is taken from the stage on an open floor', () => {
    const room = sceneOf([...heard(), says('mod', 'stage.bring', { participantId: person('bob') }), says('mod', 'floor.setMode', { mode: 'open' })]);
    expect(whose(line(room, 'bob', 30))).toEqual([null, person('bob')]);
    expect(whose(line(room, 'ann', 30))).toBe('caption/not-heard');
  });

  it('[LG3] stays with whom it began, when the floor has gone on', () => {
    const room = sceneOf([...heard(), to('ann', 0, at(10)), to('bob', 1, at(20))]);
    const before = begun(line(sceneOf([...heard(), to('ann', 0, at(10))]), 'ann', 19));
    expect(whose(line(room, 'ann', 22, { before, final: true }))).toEqual([1, person('ann')]);
    expect(whose(line(room, 'ann', 21.9))).toEqual([1, person('ann')]);
    expect(whose(line(room, 'ann', 22.1))).toBe('caption/not-heard');
    expect(whose(line(room, 'bob', 20.1))).toEqual([2, person('bob')]);
    expect(begun(line(room, 'bob', 20.1)).fromAt).toBe(at(20));
  });

  it('[LG5] is said again by the same page alone, and not when its speaker lost the floor long ago', () => {
    const room = sceneOf([...heard(), to('ann', 0, at(10)), to('bob', 1, at(20))]);
    const before = begun(line(sceneOf([...heard(), to('ann', 0, at(10))]), 'ann', 19));
    expect(whose(line(room, 'bob', 21, { before }))).toBe('caption/not-yours');
    expect(whose(line(room, 'ann', 26.1, { before, final: true }))).toBe('caption/over');
    expect(whose(line(sceneOf([...heard(), to('ann', 0, at(10)), chooses('off')]), 'ann', 19, { before }))).toBe('caption/not-chosen');
  });
});

describe('a line that is typed', () => {
  it('[LG2] is taken from interpreters and moderators', () => {
    const room = sceneOf([...typed(), to('ann', 0, at(10))]);
    for (const by of ['ivo', 'mod', 'own']) expect(whose(line(room, by, 15))).toEqual([1, person('ann')]);
    expect(whose(line(room, 'ann', 15))).toBe('member/role-may-not');
  });

  it('[LG3] belongs to whom was heard a second and a half before it began, over interruptions too', () => {
    const asks = raises('bob', { lane: 'interposed' }, at(15));
    const room = sceneOf([...typed(), to('ann', 0, at(10)), asks, next(1, at(20)), ends(2, at(30))]);
    expect([11, 12, 21, 22, 31, 32].map((s) => whose(line(room, 'ivo', s)))).toEqual([
      [null, null], [1, person('ann')], [1, person('ann')], [2, person('bob')], [2, person('bob')], [1, person('ann')],
    ]);
  });

  it('[LG5] is corrected by whom it was typed for two minutes, and its time stays', () => {
    const room = sceneOf([...typed(), to('ann', 0, at(10))]);
    const before = begun(line(room, 'ivo', 20, { final: true }));
    expect(begun(line(room, 'ivo', 60, { before }))).toEqual(before);
    expect(whose(line(room, 'mod', 60, { before }))).toBe('caption/not-yours');
    expect(whose(line(room, 'ivo', 141, { before }))).toBe('caption/over');
    expect(begun(line(sceneOf([...typed(), to('ann', 0, at(10)), chooses('engine')]), 'ivo', 60, { before }))).toEqual(before);
  });
});

describe('a line of which the times of words are known', () => {
  const [ann, bob] = [person('ann'), person('bob')];
  const floor: FloorStretch[] = [{ turn: 1, participantId: ann, voice: ann, fromAt: 1_000, toAt: 2_000 }, { turn: null, participantId: null, voice: null, fromAt: 2_000, toAt: 2_200 }, { turn: 2, participantId: bob, voice: bob, fromAt: 2_200, toAt: null }];
  const word = (text: string, fromAt: number) => ({ text, fromAt, toAt: fromAt + 200 });

  it('[LG4] is cut where the floor changed hands, and loses no word', () => {
    const words = [word('thank', 1_600), word('you', 1_850), word('now', 2_300), word('I', 2_500)];
    expect(attribute(floor, { fromAt: 1_600, toAt: 2_700, text: 'Thank you. Now I', words })).toEqual([
      { turn: 1, participantId: ann, fromAt: 1_600, toAt: 2_050, text: 'thank you', words: words.slice(0, 2) },
      { turn: 2, participantId: bob, fromAt: 2_300, toAt: 2_700, text: 'now I', words: words.slice(2) },
    ]);
    expect(attribute(floor, { fromAt: 1_600, toAt: 2_600, text: '', words: [word('谢', 1_600), word('谢', 1_700), word('好', 2_300)] }).map(({ text }) => text)).toEqual(['谢谢', '好']);
  });

  it('[LG4] is whole within one turn, as it was written, and where they are not known', () => {
    expect(attribute(floor, { fromAt: 1_200, toAt: 1_400, text: 'Yes!', words: [word('yes', 1_200)] })).toMatchObject([{ turn: 1, text: 'Yes!' }]);
    expect(attribute(floor, { fromAt: 1_900, toAt: 2_900, text: 'Thank you. Now I' })).toEqual([{ turn: 1, participantId: ann, fromAt: 1_900, toAt: 2_900, text: 'Thank you. Now I' }]);
    expect(attribute(floor, { fromAt: 0, toAt: 500, text: 'Before' })).toMatchObject([{ turn: null, participantId: null }]);
  });
});
