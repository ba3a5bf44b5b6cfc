import type { BallotResult, BallotTerms, LocalText } from '@yaji/contracts';
import type { DeepReadonly } from '@yaji/kit';

type Terms = DeepReadonly<Pick<BallotTerms, 'base'>>;
type Quorum = NonNullable<BallotResult['quorum']>;
/** How one language puts a result. Figures come as they are; a result is stored as it was said. */
type Tongue = {
  bases: Readonly<Record<BallotTerms['base'], string>>; quorum: (quorum: Quorum) => string; join: (parts: string[]) => string;
  unanimous: (yes: number, base: number) => string; counted: (outcome: 'carried' | 'lost' | 'tied', result: BallotResult, base: string) => string;
  quorumLost: (quorum: Quorum) => string; cancelled: string; noObjection: string; byChair: (carried: boolean, yes: number, no: number) => string;
};

const en: Tongue = {
  bases: { 'yes-no': 'yes and no votes', cast: 'votes cast', present: 'votes present', entitled: 'votes entitled' },
  join: (parts) => `${parts.join(', ')}.`,
  quorum: ({ needed, of }) => `quorum ${needed}${of === 'weight' ? ' votes' : ''} met`,
  unanimous: (yes, base) => `Carried unanimously, ${yes} of ${base} votes`,
  counted: (outcome, { yes, no, abstain, needed, base }, of) => `${{ carried: 'Carried', lost: 'Lost', tied: 'Tied' }[outcome]}, ${yes} yes, ${no} no, ${abstain} abstaining, ${needed} of ${base} ${of} needed`,
  quorumLost: ({ needed, closing }) => `Void, quorum lost: ${closing} at the closing, ${needed} needed`,
  cancelled: 'Void, the vote was called off',
  noObjection: 'Adopted without objection',
  byChair: (carried, yes, no) => `${carried ? 'Carried' : 'Lost'} by the vote of the chair, ${yes} yes, ${no} no`,
};

const zh: Tongue = {
  bases: { 'yes-no': '赞成票与反对票', cast: '已投票数', present: '到会票数', entitled: '有表决权票数' },
  join: (parts) => `${parts.join('，')}。`,
  quorum: ({ needed, of }) => `达到法定${of === 'weight' ? '票数' : '人数'} ${needed}`,
  unanimous: (yes, base) => `一致通过，${base} 票中 ${yes} 票赞成`,
  counted: (outcome, { yes, no, abstain, needed, base }, of) => `${{ carried: '通过', lost: '未通过', tied: '票数相等' }[outcome]}，赞成 ${yes} 票，反对 ${no} 票，弃权 ${abstain} 票，须得${of} ${base} 中的 ${needed} 票`,
  quorumLost: ({ needed, closing, of }) => `表决无效，法定${of === 'weight' ? '票数' : '人数'}不足：结束时 ${closing}，须有 ${needed}`,
  cancelled: '表决无效，已撤销',
  noObjection: '无异议通过',
  byChair: (carried, yes, no) => `主席裁决${carried ? '通过' : '不通过'}，赞成 ${yes} 票，反对 ${no} 票`,
};

const es: Tongue = {
  bases: { 'yes-no': 'votos a favor y en contra', cast: 'votos emitidos', present: 'votos presentes', entitled: 'votos con derecho' },
  join: (parts) => `${parts.join(', ')}.`,
  quorum: ({ needed, of }) => `quórum de ${needed}${of === 'weight' ? ' votos' : ''} alcanzado`,
  unanimous: (yes, base) => `Aprobada por unanimidad, ${yes} de ${base} votos`,
  counted: (outcome, { yes, no, abstain, needed, base }, of) => `${{ carried: 'Aprobada', lost: 'Rechazada', tied: 'Empate' }[outcome]}, ${yes} a favor, ${no} en contra, abstenciones: ${abstain}, se necesitaban ${needed} de ${base} ${of}`,
  quorumLost: ({ needed, closing }) => `Nula, quórum perdido: ${closing} al cierre, se necesitaban ${needed}`,
  cancelled: 'Nula, la votación fue anulada',
  noObjection: 'Aprobada sin objeciones',
  byChair: (carried, yes, no) => `${carried ? 'Aprobada' : 'Rechazada'} con el voto de la presidencia, ${yes} a favor, ${no} en contra`,
};

const tongues: readonly (readonly [string, Tongue])[] = [['en', en], ['zh-CN', zh], ['es', es]];

const inAll = (say: (tongue: Tongue) => string[]): LocalText => Object.fromEntries<string>(tongues.map(([language, tongue]) => [language, tongue.join(say(tongue))]));
const met = (tongue: Tongue, quorum: BallotResult['quorum']): string[] => (quorum === null ? [] : [tongue.quorum(quorum)]);

/** [MO8] What was decided, with its figures, in every language of the pages: stored, so that it is the same for ever. */
export function sentenceOf({ base }: Terms, result: BallotResult): LocalText {
  const { outcome, voidBecause, quorum, unanimous, yes } = result;
  return inAll((tongue) => {
    if (outcome === 'void') return [voidBecause === 'quorum' && quorum ? tongue.quorumLost(quorum) : tongue.cancelled];
    return [unanimous ? tongue.unanimous(yes, result.base) : tongue.counted(outcome, result, tongue.bases[base]), ...met(tongue, quorum)];
  });
}

export const chairSentence = ({ yes, no, quorum }: BallotResult, carried: boolean): LocalText => inAll((tongue) => [tongue.byChair(carried, yes, no), ...met(tongue, quorum)]);

export const noObjectionSentence = (quorum: BallotResult['quorum']): LocalText => inAll((tongue) => [tongue.noObjection, ...met(tongue, quorum)]);
