import { describe, expect, it } from '@jest/globals';
import type { ParticipantId, Recorded } from '@yaji/contracts';
import fc from 'fast-check';
import { acts, cast, run } from '../../../test/laws/history.ts';
import { chaptersOf, editList, FRAME_MS, minutesLanguages, minutesOf, minutesToMarkdown, motionsOf, type RecordedTrack, turnsOf } from '../src/index.ts';
import { stretchesOf } from '../src/replay.ts';
import { person, t0 } from './steps.ts';

const numRuns = 500;

/** Tracks of anybody at any time, torn and overlapping. */
const tracks: fc.Arbitrary<RecordedTrack[]> = fc.array(
  fc.record({
    name: fc.constantFrom(...cast), source: fc.constantFrom('microphone' as const, 'camera' as const, 'screen' as const),
    spans: fc.array(fc.record({ from: fc.nat(2_000_000), length: fc.nat(400_000) }), { maxLength: 4 }),
  }),
  { maxLength: 12 },
).map((some) => some.map(({ name, source, spans }, index) => ({
  trackId: `t${index}`, participantId: person(name), source, kind: source === 'microphone' ? 'audio' : 'video',
  spans: spans.map(({ from, length }) => ({ fromAt: t0 + from, toAt: t0 + from + length })),
})));

/** Always recorded, so that every turn is in the file. */
const fromTheStart = (log: readonly Recorded[]): Recorded[] => {
  const started: Recorded = { type: 'RecordingStarted', data: {}, at: t0, by: null, seq: 0 };
  const [opened, ...rest] = log.filter(({ type }) => type !== 'RecordingStarted' && type !== 'RecordingStopped');
  return (opened ? [opened, started, ...rest] : []).map((record, index) => ({ ...record, seq: index + 1 }));
};

describe('the chronicle of any history', () => {
  it('[CL1] has cuts that tile the file, on pictures, none longer than a minute [CH9] [CH16]', () =>
    fc.assert(fc.property(acts(), tracks, (history, some) => {
      const list = editList(run(history).log, some);
      let at = 0;
      for (const cut of list.cuts) {
        expect(cut.offsetMs).toBe(at);
        expect(cut.durationMs % FRAME_MS).toBe(0);
        expect(cut.durationMs).toBeGreaterThan(0);
        expect(cut.durationMs).toBeLessThanOrEqual(60_000);
        at += cut.durationMs;
      }
      expect(at).toBe(list.durationMs);
    }), { numRuns }));

  it('[CL1] has the recorded turns as chapters, in order and apart [CH13]', () =>
    fc.assert(fc.property(acts(), (history) => {
      const log = fromTheStart(run(history).log);
      const chapters = chaptersOf(log);
      const spoken = stretchesOf(log).filter(({ turn }) => turn !== null);
      const runsOf = (wanted: number) => spoken.reduce((runs, { turn }, n) => runs + (turn === wanted && spoken[n - 1]?.turn !== wanted ? 1 : 0), 0);
      const whole = turnsOf(log).filter(({ turn }) => runsOf(turn) === 1);
      const ownMs = (wanted: number) => spoken.filter(({ turn }) => turn === wanted).reduce((ms, { fromAt, toAt }) => ms + toAt - fromAt, 0);
      const long = whole.filter(({ turn }) => ownMs(turn) >= FRAME_MS);
      // What ended at the instant it began and was reopened in the last event ran for no time, and is one chapter all the same.
      for (const { turn } of turnsOf(log)) expect([turn, chapters.filter((one) => one.turn === turn).length <= Math.max(1, runsOf(turn))]).toEqual([turn, true]);
      expect(chapters.map(({ turn }) => turn)).toEqual(expect.arrayContaining(long.map(({ turn }) => turn)));
      expect(turnsOf(log).map(({ turn }) => turn)).toEqual(expect.arrayContaining(chapters.map(({ turn }) => turn)));
      let end = 0;
      for (const { offsetMs, durationMs } of chapters) {
        expect(offsetMs).toBeGreaterThanOrEqual(end);
        end = offsetMs + durationMs;
      }
    }), { numRuns }));

  it('[CL1] plays nobody but the speaker of the turn, and nobody where there is none [CH10]', () =>
    fc.assert(fc.property(acts(), tracks, (history, some) => {
      const owner = new Map(some.map(({ trackId, participantId }) => [trackId, participantId]));
      const { log } = run(history);
      const voices = stretchesOf(log);
      for (const { scene, sounds, picture, fromAt, beside } of editList(log, some).cuts) {
        for (const tile of beside) if (tile.picture !== null) expect(owner.get(tile.picture)).toBe(tile.who.participantId);
        if (picture !== null) expect(scene.kind === 'turn' && scene.speaker.participantId).toBe(owner.get(picture));
        // A picture's width before and after: cuts lie on pictures.
        const mayBeHeard = voices.filter((one) => one.fromAt <= fromAt + FRAME_MS && one.toAt >= fromAt - FRAME_MS).flatMap(({ voice, open, company }): (ParticipantId | null)[] => (open ? [...company.beside] : [voice]));
        expect(sounds.filter((trackId) => !mayBeHeard.includes(owner.get(trackId) ?? null))).toEqual([]);
      }
    }), { numRuns }));

  it('[CL2] counts every minute of a turn once', () =>
    fc.assert(fc.property(acts(), (history) => {
      const { log } = run(history);
      const heard = new Map<number, number>();
      for (const { turn, heard: open, fromAt, toAt } of stretchesOf(log)) if (turn !== null && open === 'speaker') heard.set(turn, (heard.get(turn) ?? 0) + toAt - fromAt);
      for (const { turn, tookMs } of turnsOf(log)) expect([turn, heard.get(turn) ?? 0]).toEqual([turn, tookMs]);
    }), { numRuns }));

  it('[CH5] never names an anonymous asker', () =>
    fc.assert(fc.property(acts(), (history) => {
      const { log } = run(history);
      const anonymous = log.flatMap((record) => (record.type === 'QuestionAsked' && record.data.anonymous ? [record.data.questionId] : []));
      for (const question of minutesOf(log).questions) if (anonymous.includes(question.questionId)) expect(question.askedBy).toBeNull();
    }), { numRuns }));

  it('[CH21] tells a choice beside a name in a named vote that counted, and nowhere else', () =>
    fc.assert(fc.property(acts(), (history) => {
      const { log } = run(history);
      const all = motionsOf(log).flatMap(({ steps }) => steps.filter((step) => step.kind === 'vote'));
      for (const { tie: _tie, ...vote } of all) {
        const counted = vote.status === 'closed' && vote.result?.outcome !== 'void';
        const named = cast.filter((name) => JSON.stringify(vote).includes(person(name))).length;
        if (vote.secrecy === 'named' && counted) expect(vote.rollCall).toHaveLength(vote.cast?.members ?? 0);
        else expect(named).toBe(0);
        if (!counted) expect(vote).toMatchObject({ rollCall: [], pseudonyms: [], cast: null });
      }
    }), { numRuns }));

  it('[CH22] has as decisions what the room holds for carried, and [CH7] is written in every language', () =>
    fc.assert(fc.property(acts(), (history) => {
      const { log, room } = run(history);
      const minutes = minutesOf(log);
      const carried = room.motions.filter(({ amends, decision }) => amends === null && decision?.result.outcome === 'carried').map(({ motionId }) => motionId);
      expect(minutes.decisions.map(({ motionId }) => motionId)).toEqual(expect.arrayContaining(carried));
      const [first, ...others] = minutesLanguages.map((language) => minutesToMarkdown(minutes, { language, timeZone: 'UTC' }).split('\n').length);
      for (const lines of others) expect(lines).toBe(first);
    }), { numRuns }));
});
