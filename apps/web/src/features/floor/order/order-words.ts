import type { FloorMode, Grouping, OrderPolicy } from '@yaji/contracts';
import type { DeepReadonly } from '@yaji/kit';
import type { Wording, Words } from '../../../i18n/words.ts';

type Around = { t: Words; language: string };

export const modeWording: Readonly<Record<FloorMode, { title: Wording; hint: Wording }>> = {
  queue: { title: 'order.modeQueue', hint: 'order.hintQueue' }, playlist: { title: 'order.modePlaylist', hint: 'order.hintPlaylist' },
  nomination: { title: 'order.modeNomination', hint: 'order.hintNomination' }, draw: { title: 'order.modeDraw', hint: 'order.hintDraw' },
  open: { title: 'order.modeOpen', hint: 'order.hintOpen' },
};
export const kindWording: Readonly<Record<OrderPolicy['policy'], { title: Wording; hint: Wording }>> = {
  'first-time': { title: 'order.kindFirstTime', hint: 'order.hintFirstTime' }, 'round-robin': { title: 'order.kindRoundRobin', hint: 'order.hintRoundRobin' },
  zipper: { title: 'order.kindZipper', hint: 'order.hintZipper' }, 'least-time': { title: 'order.kindLeastTime', hint: 'order.hintLeastTime' },
  random: { title: 'order.kindRandom', hint: 'order.hintRandom' },
};
export const overWording: Readonly<Record<Grouping | 'person', Wording>> = {
  organisation: 'order.overOrganisation', country: 'order.overCountry', group: 'order.overGroup', stance: 'order.overStance', person: 'order.overPerson',
};
const round: Readonly<Record<Grouping, Wording>> = {
  organisation: 'order.roundOrganisation', country: 'order.roundCountry', group: 'order.roundGroup', stance: 'order.roundStance',
};
const zip: Readonly<Record<Grouping, Wording>> = {
  organisation: 'order.zipOrganisation', country: 'order.zipCountry', group: 'order.zipGroup', stance: 'order.zipStance',
};

function wordingOf(policy: DeepReadonly<OrderPolicy>): Wording {
  switch (policy.policy) {
    case 'first-time': return 'order.firstTime';
    case 'round-robin': return round[policy.over];
    case 'zipper': return zip[policy.over];
    case 'least-time': return policy.over === 'person' ? 'order.leastPerson' : 'order.leastHouse';
    case 'random': return 'order.random';
  }
}

/** The whole order as one sentence: "First-time speakers first, then round robin by organisation, then who asked earlier." */
export function orderWords(policies: readonly DeepReadonly<OrderPolicy>[], { t, language }: Around): string {
  const [first, ...rest] = policies.map((policy) => t(wordingOf(policy)));
  const order = first === undefined ? t('order.byAskingAlone') : [...rest, t('order.byAsking')].reduce((before, after) => t('order.then', { before, after }), first);
  return t('order.sentence', { order: order.slice(0, 1).toLocaleUpperCase(language) + order.slice(1) });
}
