import { describe, expect, it } from '@jest/globals';
import type { ItemId, MicrophoneId, ParticipantId, Recorded } from '@yaji/contracts';
import { ends, next, raises, second as s, to } from '../../../libs/salon/test/floor.ts';
import { enters, person, play, says, scene, t0, type Step } from '../../../libs/salon/test/steps.ts';
import type { Gain } from '../../pages/gain.ts';
import { type Evidence, judgeCouncil } from './verdict.ts';

const at = (seconds: number): number => t0 + seconds * s;
const microphones = (['one', 'two'] as const).map((id) => ({ microphoneId: id as MicrophoneId, title: { en: id } }));
const one = 'one' as MicrophoneId;
const two = 'two' as MicrophoneId;

/** Two are interrupted, two speak at the hall's microphones, one too long, and a proposal is taken up. */
const meeting: Step[] = [
  ...scene({ microphones, turnLimitMs: 20_000 }), enters('pad', 'display', { place: 'hall' }), enters('pod', 'display', { place: 'hall' }), enters('dan', 'speaker', { place: 'hall' }), enters('eve', 'speaker', { place: 'hall' }),
  says('pad', 'stage.plugIn', { microphoneId: one }), says('pod', 'stage.plugIn', { microphoneId: two }),
  says('mod', 'agenda.startItem', { itemId: 'welcome' as ItemId }, { at: at(20) }),
  says('mod', 'agenda.accept', { proposal: { kind: 'shorter-item', itemId: 'table' as ItemId, plannedMs: 600_000 } }, { at: at(21) }),
  to('ann', 0, at(30)), raises('bob', { lane: 'interposed' }, at(40)), next(1, at(50)), ends(2, at(60)),
  to('dan', 2, at(70), { microphone: one }), raises('bob', { lane: 'point-of-order' }, at(75)), next(3, at(80)), ends(4, at(90)),
  to('eve', 4, at(100), { microphone: two }), ends(5, at(130)), says('mod', 'room.close', {}, { at: at(140) }),
];
const { log } = play(meeting);

const gains = (id: ParticipantId, fromAt: number, toAt: number): Gain[] => Array.from({ length: (toAt - fromAt) / 100 }, (_, n) => ({ fromAt: fromAt + n * 100, toAt: fromAt + (n + 1) * 100, participantId: id, energy: 0.01, frames: 1 }));
const heardByAll = (names: [string, number, number][]): Gain[] => names.flatMap(([name, from, until]) => gains(person(name), at(from), at(until)));
const remote: [string, number, number][] = [['ann', 30, 50], ['bob', 50, 60], ['ann', 60, 70], ['bob', 80, 90]];
const hall: [string, number, number][] = [['pad', 70, 80], ['pad', 90, 100], ['pod', 100, 130]];

const good: Evidence = {
  log, hall: 'hall', plates: new Map(['ann', 'bob', 'dan', 'eve'].map((name) => [person(name), { en: name }])),
  ears: [{ listener: 'ana', from: t0, gains: heardByAll([...remote, ...hall]) }, { listener: 'hall', from: t0, gains: heardByAll(remote) }],
  called: [['ann', 'normal'], ['bob', 'interposed'], ['dan', 'normal'], ['bob', 'point-of-order'], ['eve', 'normal']].map(([name = '', lane]) => ({ participantId: person(name), lane: lane as 'normal' })),
  overrun: { participantId: person('eve'), shown: true }, headCount: { remote: 6, hall: 2 }, acks: [], written: new Map(),
  held: [{ who: 'a', seq: 9, digest: 'x' }, { who: 'b', seq: 9, digest: 'x' }], published: null, minutes: null, voted: null, faults: [],
};
const failed = (evidence: Partial<Evidence>): string[] => judgeCouncil({ ...good, ...evidence }).rows.filter(({ ok }) => !ok).map(({ what }) => what);
const unseen = ['log: all that was acknowledged is in it', 'recording', 'minutes', 'minutes: everybody who was there', 'motion'];
const wrongCells = (evidence: Partial<Evidence>): string[] => judgeCouncil({ ...good, ...evidence }).lines.flatMap(({ name, cells }) => cells.flatMap((cell) => (cell?.ok === false ? [name] : [])));

describe('the verdict of the council', () => {
  it('finds nothing wrong with a meeting as it should be', () => {
    expect(failed({})).toEqual(unseen);
    expect(wrongCells({})).toEqual([]);
  });
  it('sees another order, a lost rest, and a turn that nobody interrupted', () => {
    expect(failed({ called: good.called.toReversed() })).toEqual(['turns: as they were called, in their lanes', ...unseen]);
    const stolen = log.map((told): Recorded => (told.type === 'TurnEnded' && told.data.turn === 1 ? { ...told, data: { ...told.data, tookMs: told.data.tookMs + 1 } } : told));
    expect(failed({ log: stolen })).toContain('interruptions: exactly the rest is given back');
    expect(failed({ log: log.filter(({ type }) => type !== 'TurnInterrupted') })).toContain('interruptions: exactly the rest is given back');
  });
  it('hears a hall that plays its own microphones, and an observer who hears the wrong one', () => {
    const [ana, projector] = good.ears;
    if (!ana || !projector) throw new Error('two listen');
    expect(wrongCells({ ears: [ana, { ...projector, gains: ana.gains }] })).toEqual(['3 dan', '5 eve']);
    expect(wrongCells({ ears: [{ ...ana, gains: heardByAll([...remote, ...hall, ['bob', 30, 50]]) }, projector] })).toEqual(['1 ann']);
    expect(wrongCells({ ears: [{ ...ana, gains: heardByAll(remote) }, projector] })).toEqual(['3 dan', '5 eve']);
  });
  it('misses an overrun that was not shown, a head, a promise, a page that differs', () => {
    expect(failed({ overrun: { ...good.overrun, shown: false } })).toContain('overrun: measured, and shown in the hall');
    expect(failed({ headCount: { remote: 6, hall: 3 } })).toContain('one head count');
    expect(failed({ log: log.filter(({ type }) => type !== 'TimeBankAccepted') })).toContain('time bank: a proposal was accepted');
    expect(failed({ held: [{ who: 'a', seq: 9, digest: 'x' }, { who: 'b', seq: 9, digest: 'y' }] })).toContain('pages: the same room everywhere');
    expect(failed({ faults: [{ who: 'ana', fault: 'boom' }] })).toContain('pages: no script failed');
  });
});
