import type { Proposal } from '@yaji/contracts';
import { inLanguage } from '../../i18n/local-text.ts';
import { asClock, asMinutes } from '../../i18n/times.ts';
import { useWords, type Words } from '../../i18n/words.ts';
import { Button } from '../../ui/controls/button.tsx';
import css from './time-bank.module.css';
import type { OfferRow, TimeBankPanel } from './time-bank.ts';

type Props = { panel: TimeBankPanel; accept: (proposal: Proposal) => void };

/** What would win time now, with how much: one press is one decision. */
export function TimeBankView({ panel: { lateMs, offers }, accept }: Props) {
  const { t, language } = useWords();
  return (
    <section className={css.bank} data-testid="time-bank" aria-label={t('timeBank.title')}>
      <p className={css.late} role="status">{t('timeBank.late', { minutes: asMinutes(lateMs) })}</p>
      <ul className={css.offers}>
        {offers.map((offer) => (
          <li key={offer.proposal.kind} className={css.offer} data-offer={offer.proposal.kind}>
            <span><bdi>{offerWords(offer, { t, language })}</bdi><br /><span className="faint small figures">{winsWords(offer, t)}</span></span>
            <Button size="sm" variant="plain" busy={offer.busy} onClick={() => accept(offer.proposal)} data-testid="accept-offer">{t('timeBank.accept')}</Button>
          </li>
        ))}
      </ul>
    </section>
  );
}

function offerWords({ proposal, what }: OfferRow, { t, language }: { t: Words; language: string }): string {
  const named = what ? inLanguage(what, language).text : '';
  switch (proposal.kind) {
    case 'close-list': return t('timeBank.closeList');
    case 'shorter-turns': return t('timeBank.turns', { limit: asClock(proposal.limitMs), what: named });
    case 'shorter-item': return proposal.plannedMs === 0 ? t('timeBank.without', { what: named }) : t('timeBank.shorter', { what: named, count: asMinutes(proposal.plannedMs) });
  }
}

/** "0 min" would say that nothing is won. */
const winsWords = ({ winsMs }: OfferRow, t: Words): string =>
  (winsMs < 60_000 ? t('timeBank.winsSeconds', { count: Math.round(winsMs / 1_000) }) : t('timeBank.wins', { count: asMinutes(winsMs) }));
