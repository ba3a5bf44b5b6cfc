import { describe, expect, it } from '@jest/globals';
import type { TranscriptLine } from '@yaji/contracts';
import { minutesLanguages, statisticsOf, statisticsTables } from '../index.ts';
import { at, closes, ends, enters, grants, logOf, measures, person, says, t0, undoes } from '../../test/steps.ts';
import { id } from '../../../salon/test/steps.ts';

const hand = (name: string, s: number) => says(name, 'floor.request', {}, { ...at(s), as: `h-${name}` });

describe('statistics', () => {
  it('[CS1] add up speaking time by what is known of people and of what they spoke', () => {
    const log = logOf(
      enters('dan', 'speaker', { ...at(1), organisation: 'park', country: 'ES', languages: ['es'] }), enters('eve2', 'speaker', { ...at(2), organisation: 'park', country: 'FR', languages: ['fr'] }),
      grants(10, 'dan', 0), ends(40, 1), measures(41, 1, 25_000), grants(50, 'eve2', 1), ends(60, 2), closes(70),
    );
    const line = (language: string, from: number, to: number): TranscriptLine => ({ lineId: `${from}`, turn: 1, participantId: person('dan'), language, fromAt: t0 + from, toAt: t0 + to, text: 'x' });
    const { speaking } = statisticsOf(log, [line('en', 10_000, 12_000), line('es', 12_000, 15_000), line('en', 15_000, 20_000)]);
    expect(speaking.person.map(({ key, clockMs, speechMs, turns }) => [key, clockMs, speechMs, turns])).toEqual([[person('dan'), 30_000, 25_000, 1], [person('eve2'), 10_000, 10_000, 1]]);
    expect(speaking.organisation).toMatchObject([{ key: id('park'), name: { en: 'dan Park' }, speechMs: 35_000, turns: 2 }]);
    expect(speaking.country.map(({ key }) => key)).toEqual(['ES', 'FR']);
    expect(speaking.language.map(({ key, speechMs }) => [key, speechMs])).toEqual([['en', 25_000], ['fr', 10_000]]);
    expect(statisticsOf(log).speaking.language.map(({ key }) => key)).toEqual(['es', 'fr']);
  });

  it('[CS2] tell attendance in steps, screens not counted', () => {
    const log = logOf(enters('dan', 'speaker', { ...at(10), place: 'hall' }), enters('scr', 'display', at(20)), says('cat', 'member.leave', {}, at(30)), closes(60));
    expect(statisticsOf(log).presence.map(({ at: when, hall, remote }) => [when - t0, hall, remote])).toEqual([[0, 0, 6], [10_000, 1, 6], [30_000, 1, 5], [60_000, 0, 0]]);
  });

  it('[CS3] tell how long everybody waited for the floor, and who never got it', () => {
    const log = logOf(
      hand('ann', 10), hand('bob', 20), hand('cat', 25), says('mod', 'floor.grantNext', { afterTurn: 0 }, at(40)), undoes(42, 1), says('mod', 'floor.grantNext', { afterTurn: 1 }, at(50)),
      says('bob', 'floor.withdraw', { entryId: id('h-bob') }, at(60)), ends(70, 2), closes(80),
    );
    const { waits, medianMs, longestMs } = statisticsOf(log).waiting;
    expect(waits.map(({ who, outcome, waitedMs }) => [who.participantId, outcome, waitedMs])).toEqual([[person('ann'), 'spoke', 40_000], [person('bob'), 'withdrew', 40_000], [person('cat'), 'waiting', 55_000]]);
    expect([medianMs, longestMs]).toEqual([40_000, 40_000]);
    expect(statisticsOf([]).waiting).toEqual({ waits: [], medianMs: null, longestMs: null });
  });

  it('[CS4] come as tables of one shape in every language', () => {
    for (const log of [[], logOf(hand('ann', 10), says('mod', 'floor.grantNext', { afterTurn: 0 }, at(15)), ends(30, 1), closes(40))]) {
      const [en, zh] = minutesLanguages.map((language) => statisticsTables(statisticsOf(log), { language, timeZone: 'Asia/Shanghai' }));
      expect(en?.map(({ name, columns, rows }) => [name, columns.length, rows.length])).toEqual(zh?.map(({ name, columns, rows }) => [name, columns.length, rows.length]));
      for (const { columns, rows } of en ?? []) for (const row of rows) expect(row).toHaveLength(columns.length);
    }
    const tables = statisticsTables(statisticsOf(logOf(grants(10, 'ann', 0), ends(30, 1), closes(40))), { language: 'en', timeZone: 'Asia/Shanghai' });
    expect(tables.find(({ name }) => name === 'turns')?.rows).toEqual([[1, 'ann', 'ann Park', null, '2026-11-21 20:00:10', 20, null, 'finished']]);
  });
});
