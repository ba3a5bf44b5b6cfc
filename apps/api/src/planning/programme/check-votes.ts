import type { Electorate, ParticipantId, Programme } from '@yaji/contracts';
import { countOf, frozen, proxyFault, quorumFits } from '@yaji/salon';
import type { Report } from './faults.ts';
import { isPicture } from './picture.ts';

const why: Record<NonNullable<ReturnType<typeof proxyFault>>, string> = {
  'electorate/proxy-yourself': 'is the person itself', 'electorate/not-elector': 'is not in the register', 'electorate/proxy-given': 'is the second proxy of this person',
  'electorate/proxy-chain': 'has given the own vote away, or this person holds one', 'electorate/proxy-limit': 'holds as many votes as the rules allow (`proxiesPerHolder`)',
};

/** [B1] [B2] The register of a programme, by the rules that hold in its strictest room. */
export function checkRegister({ register, rooms }: Programme, people: ReadonlySet<string>, report: Report): void {
  const seen = new Set<string>();
  register.forEach(({ person }, at) => {
    if (!people.has(person)) report(`register.${at}.person`, `there is nobody "${person}" among the people`);
    if (seen.has(person)) report(`register.${at}.person`, `"${person}" is used twice`);
    seen.add(person);
  });
  const limit = Math.min(...rooms.map(({ rules }) => rules.proxiesPerHolder ?? 2));
  const electorate: Electorate = { electors: register.map(({ person, weight }) => ({ participantId: person as ParticipantId, weight })), proxies: [] };
  register.forEach(({ person, proxy }, at) => {
    if (proxy === undefined) return;
    const given = { from: person as ParticipantId, to: proxy as ParticipantId };
    const fault = proxyFault(electorate, given, limit);
    if (fault) report(`register.${at}.proxy`, `"${proxy}" ${why[fault]}`);
    else electorate.proxies.push(given);
  });
  checkQuorums({ register, rooms }, electorate, report);
}

/** [B6] */
function checkQuorums({ rooms }: Pick<Programme, 'register' | 'rooms'>, electorate: Electorate, report: Report): void {
  const entitled = countOf(frozen(electorate));
  rooms.forEach(({ rules, motions }, at) => {
    const terms = [{ path: `rooms.${at}.rules.ballots`, terms: rules.ballots }, ...motions.map((motion, n) => ({ path: `rooms.${at}.motions.${n}.terms`, terms: motion.terms }))];
    for (const { path, terms: one } of terms) if (one?.quorum && !quorumFits(one.quorum, entitled)) report(`${path}.quorum`, 'is a share from 0.01 to 100, or a whole number from 1 to all that are in the register');
  });
}

/** [AW1] [MO2] Names in motions, nominees twice, pictures that are none. */
export function checkVotes({ motions, awards }: Programme['rooms'][number], path: string, { people, report }: { people: ReadonlySet<string>; report: Report }): void {
  motions.forEach(({ mover, seconder }, at) => {
    for (const [role, person] of Object.entries({ mover, seconder })) if (person !== undefined && !people.has(person)) report(`${path}.motions.${at}.${role}`, `there is nobody "${person}" among the people`);
    if (seconder !== undefined && seconder === mover) report(`${path}.motions.${at}.seconder`, 'is the mover');
  });
  awards.forEach(({ nominees }, at) => {
    const seen = new Set<string>();
    nominees.forEach(({ id, picture }, n) => {
      if (seen.has(id)) report(`${path}.awards.${at}.nominees.${n}.id`, `"${id}" is used twice`);
      seen.add(id);
      if (picture !== undefined && !isPicture(picture)) report(`${path}.awards.${at}.nominees.${n}.picture`, 'is not a PNG, JPEG or WebP of at most 200 kB');
    });
  });
}
