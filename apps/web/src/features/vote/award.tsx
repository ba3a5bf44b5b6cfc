import type { AwardLine, Nominee } from '@yaji/contracts';
import type { DeepReadonly } from '@yaji/kit';
import { useState } from 'react';
import { inLanguage } from '../../i18n/local-text.ts';
import { useWords } from '../../i18n/words.ts';
import { Button } from '../../ui/controls/button.tsx';
import { confirm } from '../../ui/dialog/confirm.tsx';
import { Local } from '../../ui/name.tsx';
import { CastMark, VoteOf } from './ballot.tsx';
import { BoardLink } from './result.tsx';
import { Turnout } from './turnout.tsx';
import { useSecretVotes } from './use-secret-votes.ts';
import css from './vote.module.css';
import type { AwardRow, BallotRow } from './vote-panel.ts';

/** An award as everybody sees it: the shortlist, my vote, and what has been shown of the result. */
export function AwardView({ award }: { award: AwardRow }) {
  const { t } = useWords();
  const { plan, ballot, lines, complete, counted } = award;
  const open = ballot?.status === 'open' ? ballot : null;
  return (
    <section className={css.motion} data-award={award.awardId}>
      <header className={css.head}>
        <p className={css.stage}>{t('award.award')}</p>
        <h2 className={css.title}><Local of={plan.title} /></h2>
      </header>
      {open && <Open plan={plan} ballot={open} />}
      {!open && lines.length === 0 && <Shortlist nominees={plan.nominees} />}
      {counted && lines.length === 0 && <p role="status" className={css.note}>{t('award.counted')}</p>}
      <Places award={award} />
      {complete && ballot?.digest && <BoardLink ballotId={ballot.ballotId} digest={ballot.digest} />}
    </section>
  );
}

/** My votes on it, and those that I hold. */
function Open({ plan, ballot }: { plan: AwardRow['plan']; ballot: BallotRow }) {
  const box = useSecretVotes(ballot.ballotId);
  return (
    <>
      <Turnout ballot={ballot} />
      {ballot.mine.map((vote) => (
        <VoteOf key={vote.elector} vote={vote} several={ballot.mine.length > 1}>
          {box.voted.has(vote.elector) ? <CastMark vote={vote} ballot={ballot} /> : <Pick plan={plan} sending={box.sending === vote.elector} cast={(choice) => box.cast(vote.elector, choice)} />}
        </VoteOf>
      ))}
    </>
  );
}

const Portrait = ({ picture, alt = '' }: { picture: string | null; alt?: string }) => (picture ? <img className={css.portrait} src={`/api/pictures/${picture}`} alt={alt} loading="lazy" width={96} height={96} /> : <span className={css.portrait} aria-hidden />);

const Shortlist = ({ nominees }: { nominees: DeepReadonly<Nominee[]> }) => (
  <ul className={css.nominees}>{nominees.map(({ optionId, title, about, picture }) => <li key={optionId}><Portrait picture={picture} /><span><strong><Local of={title} /></strong>{about && <span className="faint small"><Local of={about} /></span>}</span></li>)}</ul>
);

type PickProps = { plan: AwardRow['plan']; sending: boolean; cast: (choice: string) => void };

/** Approving: any number. Ranking: touched in the order of preference; touched again, it is taken out. */
function Pick({ plan: { method, nominees }, sending, cast }: PickProps) {
  const { t, language } = useWords();
  const [picked, setPicked] = useState<readonly string[]>([]);
  const ranked = method === 'ranked';
  const toggle = (optionId: string) => setPicked(picked.includes(optionId) ? picked.filter((one) => one !== optionId) : [...picked, optionId]);
  const chosen = ranked ? picked : nominees.map(({ optionId }) => optionId).filter((optionId) => picked.includes(optionId));
  const nameOf = (id: string): string => inLanguage(nominees.find(({ optionId }) => optionId === id)?.title ?? {}, language).text;
  const send = () => confirm({ title: t('award.sure'), text: chosen.map((id, place) => (ranked ? `${place + 1}. ${nameOf(id)}` : nameOf(id))).join(' · '), yes: t('ballot.vote'), run: () => cast(chosen.join('>')) });
  return (
    <div className={css.choose}>
      <p className="faint small">{t(ranked ? 'award.rankHint' : 'award.approveHint')}</p>
      <ul className={css.nominees}>
        {nominees.map(({ optionId, title, about, picture }) => {
          const place = chosen.indexOf(optionId) + 1;
          return (
            <li key={optionId}>
              <button type="button" aria-pressed={place > 0} data-option={optionId} onClick={() => toggle(optionId)}>
                <Portrait picture={picture} />
                <span><strong><Local of={title} /></strong>{about && <span className="faint small"><Local of={about} /></span>}</span>
                <span className={css.rank}>{place > 0 && (ranked ? place : '✓')}</span>
              </button>
            </li>
          );
        })}
      </ul>
      <p className={css.acts}>
        <Button busy={sending} disabled={chosen.length === 0} onClick={send} data-testid="award-send">{t('ballot.vote')}</Button>
        {chosen.length > 0 && <Button variant="plain" onClick={() => setPicked([])}>{t('award.again')}</Button>}
      </p>
    </div>
  );
}

/** The places that are shown, best first. `large`: on a projector. */
export function Places({ award: { plan, lines }, large = false }: { award: AwardRow; large?: boolean }) {
  const { t } = useWords();
  if (lines.length === 0) return null;
  return (
    <ol className={css.places} data-large={large || undefined} data-testid="award-places">
      {lines.map((line) => <Place key={line.optionId} line={line} nominee={plan.nominees.find(({ optionId }) => optionId === line.optionId)} votes={t('ballot.votes', { count: line.votes })} />)}
    </ol>
  );
}

const Place = ({ line, nominee, votes }: { line: DeepReadonly<AwardLine>; nominee: DeepReadonly<Nominee> | undefined; votes: string }) => (
  <li data-place={line.place} data-option={line.optionId}><span className={css.rank}>{line.place}</span><Portrait picture={nominee?.picture ?? null} /><span><strong><Local of={nominee?.title ?? {}} /></strong><span className="faint small figures">{votes}</span></span></li>
);
