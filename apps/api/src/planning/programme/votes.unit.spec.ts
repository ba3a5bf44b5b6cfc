import { describe, expect, it } from '@jest/globals';
import { Programme } from '@yaji/contracts';
import { checkProgramme } from './check-programme.ts';
import { pictureOf } from './picture.ts';
import { planSalon } from './plan-salon.ts';

const pixel = 'data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';
const people = ['ann', 'bob', 'cat', 'dan'].map((id) => ({ id, name: { en: id }, role: 'speaker' }));
const motion = (more: object = {}) => ({ id: 'admit', title: { en: 'Admission' }, text: { en: 'So be it.' }, ...more });
const award = (nominees: object[]) => ({ id: 'year', title: { en: 'Of the year' }, method: 'ranked', nominees });
const read = ({ room = {}, ...more }: { room?: object; register?: object[] } = {}): Programme => Programme.parse({
  title: { en: 'A' }, startsAt: '2027-03-01T09:00:00+08:00', timeZone: 'Asia/Shanghai', languages: ['en'], people,
  rooms: [{ id: 'main', title: { en: 'Main' }, agenda: [{ id: 'table', kind: 'motion', title: { en: 'Table' }, minutes: 30 }], ...room }], ...more,
});
const paths = (more: Parameters<typeof read>[0]) => checkProgramme(read(more)).map(({ path }) => path);
const register = (...entries: [string, string?][]) => entries.map(([person, proxy]) => ({ person, ...(proxy ? { proxy } : {}) }));

describe('the register of a programme', () => {
  it('names people of it, each once, whose proxies are within the rules', () => {
    expect(paths({ register: register(['ann'], ['bob', 'ann']) })).toEqual([]);
    expect(paths({ register: register(['ann'], ['ann'], ['zoe']) })).toEqual(['register.1.person', 'register.2.person']);
    expect(paths({ register: register(['ann', 'ann'], ['bob', 'cat']) })).toEqual(['register.0.proxy', 'register.1.proxy']);
    expect(paths({ register: register(['ann', 'bob'], ['bob', 'cat'], ['cat']) })).toEqual(['register.1.proxy']);
    expect(paths({ register: register(['ann'], ['bob', 'ann'], ['cat', 'ann'], ['dan', 'ann']) })).toEqual(['register.3.proxy']);
    expect(paths({ register: register(['ann'], ['bob', 'ann'], ['cat', 'ann']), room: { rules: { proxiesPerHolder: 1 } } })).toEqual(['register.2.proxy']);
  });
  it('has a quorum that can be had', () => {
    const quorum = (value: number, kind = 'number') => ({ quorum: { of: 'members', kind, value } });
    expect(paths({ register: register(['ann'], ['bob']), room: { rules: { ballots: quorum(2) }, motions: [motion({ terms: quorum(50, 'share') })] } })).toEqual([]);
    expect(paths({ register: register(['ann'], ['bob']), room: { rules: { ballots: quorum(3) }, motions: [motion({ terms: quorum(101, 'share') })] } })).toEqual(['rooms.0.rules.ballots.quorum', 'rooms.0.motions.0.terms.quorum']);
    expect(paths({ register: register(['ann']), room: { rules: { ballots: quorum(0) } } })).toEqual(['rooms.0.rules.ballots.quorum']);
  });
});

describe('motions and awards of a programme', () => {
  it('have movers and seconders of it, and nominees once, with pictures that are some', () => {
    expect(paths({ room: { motions: [motion({ mover: 'ann', seconder: 'bob' })], awards: [award([{ id: 'a', title: { en: 'A' }, picture: pixel }, { id: 'b', title: { en: 'B' } }])] } })).toEqual([]);
    expect(paths({ room: { motions: [motion({ mover: 'zoe' }), motion({ mover: 'ann', seconder: 'ann' })] } })).toEqual(['rooms.0.motions.1.id', 'rooms.0.motions.0.mover', 'rooms.0.motions.1.seconder']);
    const script = `data:image/png;base64,${Buffer.from('<script>alert(1)</script>').toString('base64')}`;
    expect(paths({ room: { awards: [award([{ id: 'a', title: { en: 'A' }, picture: script }, { id: 'a', title: { en: 'B' } }])] } })).toEqual(['rooms.0.awards.0.nominees.0.picture', 'rooms.0.awards.0.nominees.1.id']);
    expect(Programme.safeParse({ ...read(), rooms: [{ ...read().rooms[0], awards: [award([{ id: 'a', title: { en: 'A' }, picture: 'data:image/svg+xml;base64,PHN2Zy8+' }, { id: 'b', title: { en: 'B' } }])] }] }).success).toBe(false);
  });
  it('become what the room opens with', () => {
    let count = 0;
    const newId = (): string => `00000000-0000-4000-8000-${String((count += 1)).padStart(12, '0')}`;
    const { rooms: [main], people: [ann, bob] } = planSalon(read({
      register: register(['ann'], ['bob', 'ann']),
      room: { motions: [motion({ mover: 'bob', terms: { secrecy: 'secret' } })], awards: [award([{ id: 'a', title: { en: 'A' }, picture: pixel }, { id: 'b', title: { en: 'B' } }])] },
    }), { newId, at: 1 });
    const [annId, bobId] = [ann?.row.participantId, bob?.row.participantId];
    expect(main?.row).toMatchObject({
      electorate: { electors: [{ participantId: annId, weight: 1 }, { participantId: bobId, weight: 1 }], proxies: [{ from: bobId, to: annId }] },
      motions: [{ movedBy: bobId, secondedBy: null, terms: { secrecy: 'secret', majority: 'simple', quorum: null }, title: { en: 'Admission' } }],
      awards: [{ plan: { method: 'ranked', electorate: 'everybody', nominees: [{ optionId: 'a', picture: pictureOf(pixel).name }, { optionId: 'b', picture: null }] } }],
      rules: { ballots: { secrecy: 'named', electorate: 'register', majority: 'simple' }, seconder: 'needed' },
    });
    expect(pictureOf(pixel).name).toMatch(/^[0-9a-f]{48}\.png$/);
  });
});
