import type { BallotTerms, Majority, MajorityOf } from '@yaji/contracts';
import { useState } from 'react';
import { useWords, type Wording } from '../../../i18n/words.ts';
import type { Say } from '../../../live/live-client.ts';
import { Button } from '../../../ui/controls/button.tsx';
import { TextField } from '../../../ui/controls/field.tsx';
import { Dialog } from '../../../ui/dialog/dialog.tsx';
import css from '../vote.module.css';
import type { MotionRow } from '../vote-panel.ts';
import { Choose } from './choose.tsx';

const secrecies = ['named', 'pseudonymous', 'secret'] as const;
const majorities = ['simple', 'absolute', 'two-thirds', 'three-quarters', 'unanimous'] as const satisfies readonly Majority[];
const majorityOf = ['yes-no', 'cast', 'present', 'entitled'] as const satisfies readonly MajorityOf[];
const times = [30, 60, 120, 300, 900] as const;
const objectionTimes = [15, 30, 60] as const;
/** What a majority is usually counted of. */
const usual: Record<Majority, MajorityOf> = { simple: 'yes-no', absolute: 'entitled', 'two-thirds': 'yes-no', 'three-quarters': 'yes-no', unanimous: 'cast' };

const find = <T extends string>(among: readonly T[], value: string, otherwise: T): T => among.find((one) => one === value) ?? otherwise;

type Props = Pick<MotionRow, 'motionId' | 'isDecided'> & { planned: MotionRow['terms']; say: Say; close: () => void };

/** How it is voted on: filled in as the motion or the room says, and changed where that is wanted. */
export function OpenVote({ motionId, planned, isDecided, say, close }: Props) {
  const { t } = useWords();
  const [terms, setTerms] = useState<BallotTerms>(() => structuredClone(planned));
  const [within, setWithin] = useState<number>(30);
  const change = (some: Partial<BallotTerms>) => setTerms({ ...terms, ...some });
  const send = async (objections: boolean) => {
    const ack = await (objections ? say('motion.askObjections', { motionId, withinMs: within * 1_000, terms }) : say('ballot.open', { motionId, terms }));
    if (ack?.ok) close();
  };
  const options = <T extends string>(of: readonly T[], wording: (one: T) => Wording) => of.map((value) => ({ value, title: t(wording(value)) }));
  return (
    <Dialog title={t('ballot.prepare')} onClose={close}>
      <div className={css.terms}>
        <Choose label={t('terms.secrecy')} value={terms.secrecy} onChange={(value) => change({ secrecy: find(secrecies, value, 'named') })} options={options(secrecies, (one) => `secrecyName.${one}`)} testid="terms-secrecy" />
        <Choose label={t('terms.electorate')} value={terms.electorate} onChange={(value) => change(value === 'everybody' ? { electorate: 'everybody', quorum: null, base: 'cast' } : { electorate: 'register' })} options={options(['register', 'everybody'] as const, (one) => `electorateName.${one}`)} testid="terms-electorate" />
        <Choose label={t('terms.majority')} value={terms.majority} onChange={(value) => { const majority = find(majorities, value, 'simple'); change({ majority, base: terms.electorate === 'everybody' ? terms.base : usual[majority] }); }} options={options(majorities, (one) => `majority.${one}`)} testid="terms-majority" />
        <Choose label={t('terms.base')} value={terms.base} onChange={(value) => change({ base: find(majorityOf, value, 'yes-no') })} options={options(terms.electorate === 'everybody' ? ['yes-no', 'cast'] as const : majorityOf, (one) => `majorityOf.${one}`)} testid="terms-base" />
        {(terms.majority === 'simple' || terms.majority === 'absolute') && <Choose label={t('terms.tie')} value={terms.tie} onChange={(value) => change({ tie: find(['lost', 'chair'] as const, value, 'lost') })} options={options(['lost', 'chair'] as const, (one) => `tie.${one}`)} testid="terms-tie" />}
        <Choose label={t('terms.time')} value={String(terms.closesAfterMs ?? 0)} onChange={(value) => change({ closesAfterMs: Number(value) || null })} options={[{ value: '0', title: t('terms.byHand') }, ...times.map((seconds) => ({ value: String(seconds * 1_000), title: t('terms.seconds', { count: seconds }) }))]} testid="terms-time" />
        {terms.electorate === 'register' && <QuorumFields terms={terms} change={change} />}
      </div>
      <p className={css.acts}><Button onClick={() => void send(false)} data-testid="vote-open">{t('ballot.open')}</Button><Button variant="plain" onClick={close}>{t('app.cancel')}</Button></p>
      {!isDecided && (
        <div className={css.asked}>
          <Choose label={t('motion.without')} value={String(within)} onChange={(value) => setWithin(Number(value))} options={objectionTimes.map((seconds) => ({ value: String(seconds), title: t('terms.within', { count: seconds }) }))} hint={t('motion.withoutHint')} />
          <Button size="sm" variant="light" onClick={() => void send(true)} data-testid="objections-ask">{t('motion.askObjections')}</Button>
        </div>
      )}
    </Dialog>
  );
}

/** None, a number of members, or a share of them. */
function QuorumFields({ terms: { quorum }, change }: { terms: BallotTerms; change: (some: Partial<BallotTerms>) => void }) {
  const { t } = useWords();
  const kinds = ['none', 'members number', 'members share', 'weight number', 'weight share'] as const;
  const kind = quorum ? (`${quorum.of} ${quorum.kind}` as const) : 'none';
  const choose = (value: string) => {
    const chosen = find(kinds, value, 'none');
    if (chosen === 'none') return change({ quorum: null });
    const [of, by] = chosen.split(' ') as ['members' | 'weight', 'number' | 'share'];
    change({ quorum: { of, kind: by, value: by === 'share' ? 50 : Math.max(1, Math.round(quorum?.value ?? 1)) } });
  };
  return (
    <>
      <Choose label={t('terms.quorum')} value={kind} onChange={choose} options={kinds.map((value) => ({ value, title: t(`quorumKind.${value === 'none' ? 'none' : value === 'members number' ? 'membersNumber' : value === 'members share' ? 'membersShare' : value === 'weight number' ? 'weightNumber' : 'weightShare'}`) }))} testid="terms-quorum" />
      {quorum && <TextField label={quorum.kind === 'share' ? t('terms.percent') : t('terms.number')} type="number" min={quorum.kind === 'share' ? 0.01 : 1} max={quorum.kind === 'share' ? 100 : undefined} step={quorum.kind === 'share' ? 'any' : 1} value={String(quorum.value)} onChange={({ currentTarget: { value } }) => change({ quorum: { ...quorum, value: Number(value) } })} data-testid="terms-quorum-value" />}
    </>
  );
}
