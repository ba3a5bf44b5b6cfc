import { describe, expect, it } from '@jest/globals';
import { chaptersOf, editList, type EditList, type RecordedTrack } from '../index.ts';
import { at, closes, ends, enters, grants, logOf, pauses, person, records, resumes, says, starts, startsTopic, stops, t0, track, undoes } from '../../test/steps.ts';

/** Each cut in a line: from and to in seconds of the file, who or what is seen, picture, sounds. */
const shown = ({ cuts }: EditList): string[] => cuts.map(({ offsetMs, durationMs, scene, picture, sounds }) =>
  [`${offsetMs / 1_000}-${(offsetMs + durationMs) / 1_000}`, scene.kind === 'turn' ? scene.turn : 'slate', picture ?? 'card', ...sounds].join(' '));

describe('the published file', () => {
  it('[CH9] is the recorded pieces one after the other', () => {
    const list = editList(logOf(records(10), stops(20), records(50), closes(65)), []);
    expect(list).toMatchObject({ startedAt: t0 + 10_000, durationMs: 25_000 });
    expect(shown(list)).toEqual(['0-10 slate card', '10-25 slate card']);
    expect(list.cuts.map(({ fromAt }) => fromAt - t0)).toEqual([10_000, 50_000]);
  });

  it('[CH9] lies on pictures of 40 ms, wherever a turn begins', () => {
    const list = editList(logOf(records(0), grants(10.013, 'ann', 0), ends(20.031, 1), closes(33.333)), []);
    expect(list.cuts.flatMap(({ offsetMs, durationMs }) => [offsetMs % 40, durationMs % 40])).toEqual([0, 0, 0, 0, 0, 0]);
    expect(shown(list)).toEqual(['0-10 slate card', '10-20.04 1 card', '20.04-33.32 slate card']);
  });

  it('[CH9] does not exist where nothing was recorded', () => {
    expect(editList(logOf(grants(10, 'ann', 0), closes(20)), [])).toMatchObject({ startedAt: null, durationMs: 0, cuts: [], chapters: [] });
  });

  it('[CH9] ends with the last event where the room was never closed', () => {
    expect(shown(editList(logOf(records(0), grants(10, 'ann', 0), ends(15, 1)), []))).toEqual(['0-10 slate card', '10-15 1 card']);
  });

  it('[CH10] shows and plays who has the floor, and nobody else', () => {
    const tracks = [track('ann', 'microphone', [0, 60]), track('ann', 'camera', [10, 20]), track('bob', 'microphone', [0, 60]), track('bob', 'camera', [0, 60])];
    const list = editList(logOf(records(5), grants(10, 'ann', 0), grants(20, 'bob', 1), ends(30, 2), closes(40)), tracks);
    expect(shown(list)).toEqual(['0-5 slate card', '5-15 1 ann-camera-10 ann-microphone-0', '15-25 2 bob-camera-0 bob-microphone-0', '25-35 slate card']);
  });

  it('[CH10] keeps the picture of a paused turn and plays nothing', () => {
    const tracks = [track('ann', 'microphone', [0, 60]), track('ann', 'camera', [0, 60])];
    const list = editList(logOf(records(10), grants(10, 'ann', 0), pauses(20, 1), resumes(30, 1), closes(40)), tracks);
    expect(shown(list)).toEqual(['0-10 1 ann-camera-0 ann-microphone-0', '10-20 1 ann-camera-0', '20-30 1 ann-camera-0 ann-microphone-0']);
  });

  it('[CH11] shows a title card while nobody has the floor for more than two seconds', () => {
    const list = editList(logOf(starts(0, 'welcome'), grants(3, 'ann', 0), ends(10, 1), grants(12, 'bob', 1), ends(20, 2), grants(22.1, 'ann', 2), closes(30)), []);
    expect(shown(list)).toEqual(['0-3 slate card', '3-10 1 card', '10-12 1 card', '12-20 2 card', '20-22.12 slate card', '22.12-30 3 card']);
    expect(list.cuts[0]?.scene).toEqual({ kind: 'slate', item: { en: 'welcome', 'zh-CN': 'welcome（中）' }, topic: null });
  });

  it('[CH11] shows the first speaker a breath before the first turn', () => {
    expect(shown(editList(logOf(records(0), grants(1, 'ann', 0), closes(5)), [track('ann', 'microphone', [0, 9])]))).toEqual(['0-1 1 card', '1-5 1 card ann-microphone-0']);
  });

  it('[CH11] changes the card with the agenda', () => {
    const list = editList(logOf(starts(0, 'welcome'), startsTopic(10, 'table', 'one'), closes(20)), []);
    expect(list.cuts.map(({ scene }) => (scene.kind === 'slate' ? [scene.item?.['en'], scene.topic?.['en']] : []))).toEqual([['welcome', undefined], ['table', 'one']]);
  });

  it('[CH12] neither shows nor plays an undone turn', () => {
    const tracks = [track('ann', 'microphone', [0, 60]), track('bob', 'microphone', [0, 60])];
    const list = editList(logOf(records(10), grants(10, 'ann', 0), grants(20, 'bob', 1), undoes(25, 2), ends(30, 1), closes(31)), tracks);
    expect(shown(list)).toEqual(['0-10 1 card ann-microphone-0', '10-15 slate card', '15-20 1 card ann-microphone-0', '20-21 1 card']);
    expect(list.chapters).toMatchObject([{ turn: 1, offsetMs: 0, durationMs: 20_000 }]);
  });

  it('[CH14] prefers the screen, then the newer camera', () => {
    const tracks = [track('ann', 'camera', [0, 30]), track('ann', 'screen', [12, 16]), track('ann', 'camera', [20, 40])];
    const list = editList(logOf(records(10), grants(10, 'ann', 0), closes(30)), tracks);
    expect(shown(list)).toEqual(['0-2 1 ann-camera-0', '2-6 1 ann-screen-12', '6-10 1 ann-camera-0', '10-20 1 ann-camera-20']);
  });

  it('[CH14] bridges a picture that is late or away for a moment, and shows a card for longer', () => {
    const tracks = [track('ann', 'camera', [11, 15]), track('ann', 'camera', [16, 20], [23, 30])];
    const list = editList(logOf(records(10), grants(10, 'ann', 0), closes(30)), tracks);
    expect(shown(list)).toEqual(['0-6 1 ann-camera-11', '6-10 1 ann-camera-16', '10-13 1 card', '13-20 1 ann-camera-16']);
  });

  it('[CH15] tells where the speaker should be heard and is not', () => {
    const tracks = [track('ann', 'microphone', [10, 20], [23, 30], [40, 50]), track('bob', 'microphone', [0, 60])];
    const list = editList(logOf(records(5), grants(10, 'ann', 0), closes(60)), tracks);
    expect(list.unheard).toEqual([30, 50].map((s) => ({ turn: 1, participantId: person('ann'), offsetMs: (s - 5) * 1_000, durationMs: 10_000, why: 'not-recorded' })));
  });

  it('[CH16] divides what is longer than a minute, and what has been divided stays as it is while the talk goes on', () => {
    const log = logOf(records(0), grants(0, 'ann', 0), closes(150));
    expect(shown(editList(log, []))).toEqual(['0-60 1 card', '60-120 1 card', '120-150 1 card']);
    expect(shown(editList(logOf(records(0), grants(0, 'ann', 0), pauses(130, 1), closes(150)), []))).toEqual(['0-60 1 card', '60-120 1 card', '120-130 1 card', '130-150 1 card']);
  });

  it('[CH16] makes of a turn that goes on what it will make of it when it is over', () => {
    const tracks = [track('ann', 'microphone', [0, 400]), track('ann', 'camera', [0, 400])];
    const steps = [records(0), grants(5, 'ann', 0)];
    const running = editList(logOf(...steps), tracks, undefined, t0 + 200_000);
    const over = editList(logOf(...steps, ends(330, 1), closes(340)), tracks);
    const whole = running.cuts.filter(({ durationMs }) => durationMs === 60_000);
    expect(whole.map(({ offsetMs }) => offsetMs)).toEqual([5_000, 65_000, 125_000]);
    expect(over.cuts.filter(({ durationMs }) => durationMs === 60_000).slice(0, 3)).toEqual(whole);
  });

  it('[CH15] says what is known to have been lost, however short', () => {
    const [sound, again] = [track('ann', 'microphone', [10, 20]), track('ann', 'microphone', [22, 40])];
    const log = logOf(records(10), grants(10, 'ann', 0), closes(40));
    const told = (...tracks: RecordedTrack[]) => editList(log, tracks).unheard.map(({ offsetMs, durationMs, why }) => [offsetMs / 1_000, durationMs / 1_000, why]);
    expect(told(sound, again)).toEqual([]);
    expect(told({ ...sound, broken: true }, again)).toEqual([[10, 2, 'lost']]);
    const hole = (from: number, to: number) => [{ fromAt: t0 + from * 1_000, toAt: t0 + to * 1_000 }];
    expect(told(sound, { ...again, lost: hole(30, 31) })).toEqual([[20, 1, 'lost']]);
    expect(told(sound, { ...again, lost: hole(30, 30.3) })).toEqual([]);
    expect(told({ ...sound, lost: hole(19, 22) }, again)).toEqual([[10, 2, 'lost']]);
  });

  const beside = ({ cuts }: EditList): string[] => cuts.map(({ offsetMs, layout, beside: tiles }) =>
    [offsetMs / 1_000, layout, ...tiles.map(({ who, picture }) => `${who.name?.['en'] ?? '?'}${picture === null ? '' : ` in ${picture}`}`)].join(' '));
  const brings = (s: number, name: string) => says('mod', 'stage.bring', { participantId: person(name) }, at(s));
  const arranges = (s: number, layout: 'speaker' | 'grid') => says('mod', 'stage.arrange', { layout }, at(s));
  const asksFor = (s: number, name: string) => says(name, 'floor.request', {}, { ...at(s), as: name });

  it('[CH24] shows guests and who is next beside the speaker, and all alike in a grid, as the room was arranged', () => {
    const tracks = [track('ann', 'camera', [0, 60]), track('cat', 'camera', [0, 60])];
    const log = logOf(records(0), brings(0, 'cat'), asksFor(1, 'bob'), grants(10, 'ann', 0), arranges(30, 'grid'), arranges(40, 'speaker'), closes(50));
    expect(beside(editList(log, tracks))).toEqual(['0 speaker', '10 speaker-and-next cat in cat-camera-0 bob', '30 grid cat in cat-camera-0', '40 speaker']);
    expect(beside(editList(log, tracks, { layout: 'grid', without: [], language: null }))).toEqual(['0 speaker', '10 grid cat in cat-camera-0']);
  });

  it('[CH25] changes who is seen beside the speaker every ten seconds at most', () => {
    const log = logOf(records(0), grants(0, 'ann', 0), asksFor(2, 'bob'), asksFor(4, 'cat'), closes(30));
    expect(beside(editList(log, []))).toEqual(['0 speaker', '10 speaker-and-next bob cat']);
    const later = logOf(records(0), grants(0, 'ann', 0), asksFor(12, 'bob'), asksFor(14, 'cat'), closes(30));
    expect(beside(editList(later, []))).toEqual(['0 speaker', '12 speaker-and-next bob', '22 speaker-and-next bob cat']);
  });

  it('[CH24] shows and plays everybody on the stage on an open floor', () => {
    const tracks = [track('ann', 'microphone', [0, 60]), track('ann', 'camera', [0, 60]), track('bob', 'microphone', [0, 60]), track('cat', 'microphone', [0, 60])];
    const log = logOf(records(0), brings(0, 'ann'), brings(0, 'bob'), says('mod', 'floor.setMode', { mode: 'open' }, at(10)), says('mod', 'floor.setMode', { mode: 'queue' }, at(20)), closes(30));
    const list = editList(log, tracks);
    expect(beside(list)).toEqual(['0 speaker', '10 grid ann in ann-camera-0 bob', '20 speaker']);
    expect(list.cuts.map(({ scene, sounds }) => [scene.kind, ...sounds])).toEqual([['slate'], ['open', 'ann-microphone-0', 'bob-microphone-0'], ['slate']]);
  });

  it('[CH26] leaves out whom it was asked to leave out: not seen, not heard, not named', () => {
    const tracks = ['ann', 'bob'].flatMap((name) => [track(name, 'camera', [0, 60]), track(name, 'microphone', [0, 60])]);
    const log = logOf(records(0), brings(0, 'bob'), grants(0, 'ann', 0), grants(10, 'bob', 1), closes(20));
    const list = editList(log, tracks, { layout: 'as-arranged', without: [person('bob')], language: 'zh-CN' });
    expect(shown(list)).toEqual(['0-10 1 ann-camera-0 ann-microphone-0', '10-20 slate card']);
    expect(JSON.stringify([list.cuts, list.chapters, list.unheard])).not.toContain(person('bob'));
    expect(list).toMatchObject({ durationMs: 20_000, languages: ['zh-CN', 'en'] });
  });
});

describe('chapters', () => {
  it('[CH13] are the recorded turns, named after their speakers', () => {
    const chapters = chaptersOf(logOf(grants(5, 'bob', 0), ends(9, 1), records(10), grants(15, 'ann', 1), pauses(20, 2), resumes(30, 2), ends(40, 2), closes(50)));
    expect(chapters).toEqual([{ turn: 2, participantId: person('ann'), title: 'ann · ann Park', offsetMs: 5_000, durationMs: 25_000 }]);
  });

  it('[CH13] hold a turn together that was recorded in two pieces', () => {
    const chapters = chaptersOf(logOf(records(0), grants(10, 'ann', 0), stops(20), records(30), ends(40, 1), closes(50)));
    expect(chapters).toMatchObject([{ turn: 1, offsetMs: 10_000, durationMs: 20_000 }]);
  });

  it('[CH13] has a chapter for each part of a turn that was interrupted, and one for what interrupted it', () => {
    const log = logOf(records(0), grants(10, 'ann', 0), says('mod', 'floor.grantTo', { participantId: person('bob'), afterTurn: 1, lane: 'interposed' }, { at: t0 + 20_000 }), ends(26, 2), ends(40, 1), closes(50));
    expect(chaptersOf(log).map(({ turn, durationMs }) => [turn, durationMs])).toEqual([[1, 10_000], [2, 6_000], [1, 14_000]]);
  });

  it('[CH10] hears the interpreter in the place of the speaker, who stays in the picture', () => {
    const log = logOf(
      enters('ivo', 'interpreter', { at: t0 }), records(0), grants(10, 'ann', 0), says('ivo', 'floor.interpret', { turn: 1, participantId: person('ivo') }, { at: t0 + 20_000 }),
      says('ann', 'floor.interpret', { turn: 1, participantId: null }, { at: t0 + 26_000 }), ends(30, 1), closes(31),
    );
    const list = editList(log, [track('ann', 'microphone', [10, 30]), track('ann', 'camera', [10, 30]), track('ivo', 'microphone', [20, 26])]);
    expect(list.cuts.filter(({ scene }) => scene.kind === 'turn').map(({ sounds, picture }) => [sounds.join(), picture]).slice(0, 3)).toEqual([
      ['ann-microphone-10', 'ann-camera-10'], ['ivo-microphone-20', 'ann-camera-10'], ['ann-microphone-10', 'ann-camera-10'],
    ]);
  });
});
