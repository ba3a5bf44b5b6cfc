import { readFile } from 'node:fs/promises';
import { describe, expect, it } from '@jest/globals';
import { Programme } from '@yaji/contracts';
import { checkProgramme } from './check-programme.ts';
import { faultsOf } from './faults.ts';
import { planSalon } from './plan-salon.ts';

const item = (more: object = {}) => ({ id: 'table', kind: 'roundtable', title: { en: 'Table' }, minutes: 30, ...more });
const read = (more: object = {}): Programme => Programme.parse({
  title: { en: 'A' }, startsAt: '2027-03-01T09:00:00+08:00', timeZone: 'Asia/Shanghai', languages: ['en'],
  organisations: [{ id: 'park', name: { en: 'Park' }, country: 'ES' }], people: [{ id: 'ann', name: { en: 'Ann' }, role: 'speaker', organisation: 'park' }],
  rooms: [{ id: 'main', title: { en: 'Main' }, agenda: [item({ speakers: ['ann'] })] }], ...more,
});
const room = (...agenda: object[]) => ({ rooms: [{ id: 'main', title: { en: 'Main' }, agenda }] });
const paths = (more: object) => checkProgramme(read(more)).map(({ path }) => path);

describe('checkProgramme', () => {
  it('finds nothing in a programme that is right', () => {
    expect(checkProgramme(read())).toEqual([]);
  });

  it('finds names used twice', () => {
    const twice = [{ id: 'ann', name: { en: 'Ann' }, role: 'speaker' }, { id: 'ann', name: { en: 'Anna' }, role: 'speaker' }];
    expect(paths({ people: twice })).toEqual(['people.1.id']);
    expect(paths({ organisations: [{ id: 'park', name: { en: 'P' } }, { id: 'park', name: { en: 'Q' } }] })).toEqual(['organisations.1.id']);
    expect(paths(room(item(), item()))).toEqual(['rooms.0.agenda.1.id']);
    const topics = [{ id: 'one', title: { en: 'One' }, minutes: 5 }];
    expect(paths(room(item({ topics }), item({ id: 'other', topics })))).toEqual(['rooms.0.agenda.1.topics.0.id']);
    expect(paths({ rooms: [...room(item()).rooms, ...room(item()).rooms] })).toEqual(['rooms.1.id']);
  });

  it('finds names of nobody, and a zone that does not exist', () => {
    expect(paths({ people: [{ id: 'ann', name: { en: 'Ann' }, role: 'speaker', organisation: 'nowhere' }] })).toEqual(['people.0.organisation']);
    expect(paths(room(item({ speakers: ['ann', 'zoe', '__proto__'.slice(2, 7)] })))).toEqual(['rooms.0.agenda.0.speakers.1', 'rooms.0.agenda.0.speakers.2']);
    expect(paths({ timeZone: 'Mars/Olympus' })).toEqual(['timeZone']);
  });

  it('finds times that run back', () => {
    expect(paths(room(item({ startsAt: '2027-03-01T08:59:00+08:00' })))).toEqual(['rooms.0.agenda.0.startsAt']);
    expect(paths(room(item({ startsAt: '2027-03-01T11:00:00+08:00' }), item({ id: 'b', startsAt: '2027-03-01T10:00:00+08:00' })))).toEqual(['rooms.0.agenda.1.startsAt']);
  });

  it('finds polls whose options do not fit, and two of one name', () => {
    const poll = (more: object = {}) => ({ id: 'where', kind: 'single', title: { en: 'Where?' }, options: [{ optionId: 'a', title: { en: 'A' } }, { optionId: 'b', title: { en: 'B' } }], ...more });
    const withPolls = (...polls: object[]) => ({ rooms: [{ id: 'main', title: { en: 'Main' }, agenda: [item()], polls }] });
    expect(paths(withPolls(poll(), poll({ id: 'how', kind: 'rating', options: [] })))).toEqual([]);
    expect(paths(withPolls(poll({ options: [] }), poll({ id: 'how', kind: 'rating' }), poll({ options: [] })))).toEqual(['rooms.0.polls.2.id', 'rooms.0.polls.0.options', 'rooms.0.polls.1.options', 'rooms.0.polls.2.options']);
  });

  it('tells several faults at once', () => {
    expect(paths({ timeZone: 'x', people: [] })).toEqual(['timeZone', 'rooms.0.agenda.0.speakers.0']);
  });
});

describe('faultsOf', () => {
  it('gives each fault of the shape its path', () => {
    const shape = Programme.safeParse({ ...read(), title: {}, seats: 1, rooms: [{ id: 'X', title: { en: 'Main' }, agenda: [] }] });
    expect(faultsOf(shape.error?.issues ?? []).map(({ path }) => path).toSorted()).toEqual(['rooms.0.agenda', 'rooms.0.id', 'seats', 'title']);
  });
});

describe('planSalon', () => {
  const plan = (more: object = {}) => {
    let count = 0;
    const newId = (): string => `00000000-0000-4000-8000-${String((count += 1)).padStart(12, '0')}`;
    return planSalon(read(more), { newId, at: 1 });
  };

  it('has the polls of the programme ready, each with an id', () => {
    const { rooms: [main] } = plan({ rooms: [{ id: 'main', title: { en: 'Main' }, agenda: [item()], polls: [{ id: 'how', kind: 'rating', title: { en: 'How was it?' } }] }] });
    expect(main?.row.polls).toEqual([{ pollId: expect.stringMatching(/^[0-9a-f-]{36}$/), plan: { kind: 'rating', title: { en: 'How was it?' }, options: [], results: 'published', changeable: true } }]);
  });

  it('lays items end to end, or where they say', () => {
    const { salon, rooms: [main] } = plan(room(item(), item({ id: 'b', minutes: 10 }), item({ id: 'c', startsAt: '2027-03-01T11:00:00+08:00' })));
    const start = Date.UTC(2027, 2, 1, 1);
    expect(main?.row.agenda.map(({ plannedStartAt }) => plannedStartAt - start)).toEqual([0, 1_800_000, 7_200_000]);
    expect(salon).toMatchObject({ startsAt: start, endsAt: start + 9_000_000, doorsOpenAt: start - 3_600_000 });
  });

  it('gives people their organisation’s name and country, and rooms their rules', () => {
    const { people: [ann], organisations: [park], rooms: [main] } = plan();
    expect(ann?.row).toMatchObject({ organisation: { en: 'Park' }, country: 'ES', organisationId: park?.organisationId, position: 0 });
    expect(main?.row.rules).toMatchObject({ turnLimitMs: 180_000, lobby: [], recording: 'automatic' });
    expect(main?.row.agenda[0]?.speakers).toEqual([ann?.row.participantId]);
  });

  it('keeps what a room says of its rules', () => {
    const { rooms: [main] } = plan({ rooms: [{ ...room(item()).rooms[0], rules: { turnLimitMs: 60_000, lobby: ['attendee'] } }] });
    expect(main?.row.rules).toMatchObject({ turnLimitMs: 60_000, lobby: ['attendee'], warnMs: 30_000 });
  });
});

describe('the demonstration salon', () => {
  it('is a programme without faults', async () => {
    const written: unknown = JSON.parse(await readFile('infra/seed/demo-salon.json', 'utf8'));
    const programme = Programme.parse(written);
    expect(checkProgramme(programme)).toEqual([]);
    expect(new Set(programme.organisations.map(({ country }) => country)).size).toBe(4);
    for (const text of [programme.title, programme.rooms[0]?.title, ...programme.people.map(({ name }) => name)]) expect(Object.keys(text ?? {})).toEqual(expect.arrayContaining(['en', 'zh-CN']));
  });
});
