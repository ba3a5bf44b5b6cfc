import { describe, expect, it } from '@jest/globals';
import { editList, type RecordedTrack, type Sitting, sittingsOf, turnsOf } from '../index.ts';
import { at, closes, ends, grants, logOf, person, records, says, startsTopic, t0, track } from '../../test/steps.ts';

type Steps = Parameters<typeof logOf>;
const sittings = (tracks: readonly RecordedTrack[], ...steps: Steps): Sitting[] => {
  const log = logOf(records(0), ...steps);
  return sittingsOf({ list: editList(log, tracks), tracks, turns: turnsOf(log) });
};
const camera = (name: string): RecordedTrack => track(name, 'camera', [0, 100]);

describe('the pictures that a report could have', () => {
  const talk = [startsTopic(0, 'table', 'one'), grants(0, 'ann', 0), ends(10, 1), grants(10, 'bob', 1), ends(30, 2), startsTopic(30, 'table', 'two'), grants(30, 'bob', 2), ends(60, 3), grants(60, 'ann', 3), ends(70, 4)];

  it('show for each topic whoever spoke longest, and nobody twice while there are others', () => {
    const found = sittings([camera('ann'), camera('bob')], ...talk, closes(80));
    expect(found.map(({ pictureId, topicId, shows }) => [pictureId, topicId, shows])).toEqual([['turn-2', 'one', [person('bob')]], ['turn-4', 'two', [person('ann')]]]);
  });

  it('are three at least where so many people spoke before a camera, the longest turns first, each person once', () => {
    const round = [grants(0, 'ann', 0), ends(8, 1), grants(8, 'bob', 1), ends(18, 2), grants(18, 'cat', 2), ends(40, 3), grants(40, 'bob', 3), ends(60, 4)];
    const found = sittings(['ann', 'bob', 'cat'].map(camera), startsTopic(0, 'table', 'one'), ...round, closes(80));
    expect(found.map(({ pictureId, shows }) => [pictureId, shows])).toEqual([['turn-3', [person('cat')]], ['turn-4', [person('bob')]], ['turn-1', [person('ann')]]]);
  });

  it('are of their turn alone, away from its first and last moment', () => {
    const [first] = sittings([camera('bob')], ...talk, closes(80));
    expect(first?.moments.map((moment) => (moment - t0) / 1_000)).toEqual([11, 13.571, 16.143, 18.714, 21.286, 23.857, 26.429, 29].map((s) => expect.closeTo(s, 2)));
    expect(first?.trackId).toBe('bob-camera-0');
  });

  it('never show a screen in the place of a person, nor somebody without a camera', () => {
    expect(sittings([track('bob', 'screen', [0, 100]), track('ann', 'microphone', [0, 100])], ...talk, closes(80))).toEqual([]);
  });

  it('show the stage when most cameras are on it, in the order of the picture', () => {
    const brings = (s: number, name: string) => says('mod', 'stage.bring', { participantId: person(name) }, at(s));
    const found = sittings(['ann', 'bob', 'cat'].map(camera), grants(0, 'ann', 0), brings(12, 'bob'), brings(24, 'cat'), ends(40, 1), closes(50));
    expect(found.at(-1)).toMatchObject({ pictureId: 'stage', kind: 'group', trackId: null, shows: [person('ann'), person('bob'), person('cat')] });
  });

  it('are none where nothing was recorded or nobody spoke', () => {
    expect(sittings([camera('ann')], closes(50))).toEqual([]);
    expect(sittingsOf({ list: editList([], []), tracks: [], turns: [] })).toEqual([]);
  });
});
