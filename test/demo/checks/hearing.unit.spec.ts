import { describe, expect, it } from '@jest/globals';
import type { ParticipantId, Told } from '@yaji/contracts';
import type { Gain } from '../../pages/gain.ts';
import { heardIn, heardInPauses } from './hearing.ts';
import { playedTurns } from './turns.ts';

const ann = 'ann' as ParticipantId;
const told = (at: number, type: string, data: object): Told => ({ at, type, data, by: null, seq: 1 }) as unknown as Told;
const start = (at: number, turn: number, participantId: string, microphone: string | null = null) => told(at, 'TurnStarted', { turn, participantId, microphone });
const end = (at: number, turn: number) => told(at, 'TurnEnded', { turn });

const log = [start(0, 1, 'ann'), told(5_000, 'TurnPaused', { turn: 1 }), told(8_000, 'TurnResumed', { turn: 1 }), end(12_000, 1), start(12_000, 2, 'bob'), end(20_000, 2)];

/** One person heard and seen, ten times a second, from one moment to another. */
const from = (participantId: string, fromAt: number, toAt: number, energy = 0.001): Gain[] =>
  Array.from({ length: (toAt - fromAt) / 100 }, (_, index) => ({ fromAt: fromAt + index * 100, toAt: fromAt + (index + 1) * 100, participantId, energy, frames: 1 }));

describe('the turns of a log', () => {
  it('are heard but for their pauses', () => {
    expect(playedTurns(log)).toEqual([
      { turn: 1, participantId: ann, voice: ann, startedAt: 0, endedAt: 12_000, heard: [{ fromAt: 0, toAt: 5_000 }, { fromAt: 8_000, toAt: 12_000 }], paused: [{ fromAt: 5_000, toAt: 8_000 }], interrupted: [] },
      { turn: 2, participantId: 'bob', voice: 'bob', startedAt: 12_000, endedAt: 20_000, heard: [{ fromAt: 12_000, toAt: 20_000 }], paused: [], interrupted: [] },
    ]);
  });
  it('may end in a pause', () => {
    expect(playedTurns([start(0, 1, 'ann'), told(4_000, 'TurnPaused', { turn: 1 }), end(9_000, 1)])).toMatchObject([{ heard: [{ toAt: 4_000 }], paused: [{ fromAt: 4_000, toAt: 9_000 }] }]);
  });
});

describe('an interruption', () => {
  it('is cut out of the turn that waits, and a microphone of the hall is its page', () => {
    const events = [
      told(0, 'MicrophonePlugged', { microphoneId: 'one', participantId: 'pad' }), start(0, 1, 'ann'), told(5_000, 'TurnInterrupted', { turn: 1 }), start(5_000, 2, 'bob', 'one'),
      end(9_000, 2), told(9_000, 'TurnContinued', { turn: 1 }), end(12_000, 1),
    ];
    expect(playedTurns(events)).toMatchObject([
      { turn: 2, participantId: 'bob', voice: 'pad', heard: [{ fromAt: 5_000, toAt: 9_000 }] },
      { turn: 1, voice: ann, heard: [{ fromAt: 0, toAt: 5_000 }, { fromAt: 9_000, toAt: 12_000 }], interrupted: [{ fromAt: 5_000, toAt: 9_000 }], paused: [] },
    ]);
  });
});

describe('what a listener heard', () => {
  const [first, second] = playedTurns(log) as [never, never];

  it('is right when it is the speaker alone', () => {
    const gains = [...from('ann', 200, 5_300), ...from('ann', 8_200, 12_300), ...from('bob', 12_300, 20_000)];
    expect(heardIn(gains, first, 0)).toMatchObject({ turn: 1, ok: true, others: [] });
    expect(heardIn(gains, second, 0)).toMatchObject({ turn: 2, ok: true, others: [] });
    expect(heardInPauses(gains, first)).toEqual([]);
  });
  it('is wrong when somebody else is heard too', () => {
    expect(heardIn([...from('ann', 0, 12_000), ...from('eve', 2_000, 3_000)], first, 0)).toMatchObject({ ok: false, others: ['eve'] });
  });
  it('is wrong when the speaker is silent or unseen', () => {
    expect(heardIn(from('ann', 0, 12_000, 1e-9), first, 0)?.ok).toBe(false);
    expect(heardIn(from('ann', 0, 12_000).map((gain) => ({ ...gain, frames: 0 })), first, 0)?.ok).toBe(false);
    expect(heardIn([], second, 0)?.ok).toBe(false);
  });
  it('is wrong when a pause was not silent', () => {
    expect(heardInPauses(from('ann', 0, 12_000), first)).toEqual(['ann']);
  });
  it('is not asked of who came too late for it', () => {
    expect(heardIn(from('bob', 12_000, 20_000), second, 18_000)).toBeNull();
    expect(heardIn(from('bob', 15_000, 20_000), second, 15_000)).toMatchObject({ ok: true, seconds: 5 });
  });
});
