import type { ExportOffer, ExportWish, OrderedExport } from '@yaji/contracts';
import { useState } from 'react';
import { useWords, type Words } from '../../../i18n/words.ts';
import { Fault } from '../../lost/fault.tsx';
import { faultWords } from '../../../session/fault-words.ts';
import { RestFault } from '../../../session/rest.ts';
import { Button, ButtonLink } from '../../../ui/controls/button.tsx';
import { Waiting } from '../../../ui/waiting.tsx';
import { Bar, Progressed } from '../../../features/recording/job-line.tsx';
import { OrderForm } from './order-form.tsx';
import css from './take-away.module.css';
import { useExports } from './use-exports.ts';

type Props = { room: string; token: string; language: ExportWish['language']; isModerator: boolean };

/** Files of a room: ordered, made, and taken. */
export default function TakeAway({ room, token, language, isModerator }: Props) {
  const { t } = useWords();
  const { exports, error, again, order } = useExports(room, token);
  const [state, setState] = useState<{ busy: boolean; wrong: string | null }>({ busy: false, wrong: null });
  const send = ({ what, format, language: chosen }: ExportWish) => {
    setState({ busy: true, wrong: null });
    order({ what, format, language: chosen }).then(() => setState({ busy: false, wrong: null }), (fault: unknown) => setState({ busy: false, wrong: refusedWords(fault, what, t) }));
  };
  if (error && !exports) return <Fault error={error} again={again} />;
  if (!exports) return <Waiting words={t('app.loading')} />;
  return (
    <section className={css.takeAway} aria-label={t('written.part.takeAway')} data-testid="take-away">
      <p className="faint">{t(isModerator ? 'takeAway.textModerator' : 'takeAway.text')}</p>
      <OrderForm language={language} isModerator={isModerator} busy={state.busy} order={send} />
      {state.wrong !== null && <p role="alert" className={css.wrong}>{state.wrong}</p>}
      {exports.ordered.length + exports.exports.length === 0 && <p className="faint" data-testid="no-exports">{t('takeAway.none')}</p>}
      <ul className={css.files} aria-live="polite">
        {exports.ordered.map((one) => <Ordered key={one.number} ordered={one} again={() => send(one)} />)}
        {exports.exports.map((one) => <Offer key={one.number} offer={one} />)}
      </ul>
    </section>
  );
}

function refusedWords(fault: unknown, what: ExportWish['what'], t: Words): string {
  return fault instanceof RestFault && fault.status === 404 && what === 'report' ? `${t('written.notYet.report')}. ${t('written.notYetText.report')}` : faultWords(fault).text;
}

const nameOf = ({ what, format, language }: ExportWish, t: Words): string => t('takeAway.name', { what: t(`takeAway.what.${what}`), format: t(`takeAway.format.${format}`), language: t(`language.${language}`) });

function Ordered({ ordered, again }: { ordered: OrderedExport; again: () => void }) {
  const { t } = useWords();
  const { state, percent, error } = ordered.standing;
  const name = nameOf(ordered, t);
  const isOver = state === 'failed' || state === 'cancelled';
  return (
    <li className={css.file} data-testid="ordered" data-state={state}>
      <span className={css.name}>{name}</span>
      <span className="faint small figures"><Progressed job={ordered.standing} /></span>
      {state === 'running' && <div className={css.bar}><Bar percent={percent} label={name} /></div>}
      {state === 'failed' && <p className={css.wrong}>{t('takeAway.failed', { error: error ?? t('takeAway.noReason') })}</p>}
      {state === 'waiting' && error !== null && <p className="faint small">{t('jobs.triesAgain', { error })}</p>}
      {isOver && <Button size="sm" variant="plain" aria-label={`${t('app.retry')}: ${name}`} onClick={again}>{t('app.retry')}</Button>}
    </li>
  );
}

function Offer({ offer }: { offer: ExportOffer }) {
  const { t, language } = useWords();
  const when = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short' }).format(offer.madeAt);
  return (
    <li className={css.file} data-testid="export" data-what={offer.what}>
      <span className={css.name}>{nameOf(offer, t)}</span>
      <span className="faint small figures">{t('takeAway.made', { when, size: sizeOf(offer.bytes, language) })}</span>
      <ButtonLink external download size="sm" variant="light" to={offer.url}><span aria-hidden>{t('takeAway.take')}</span><span className="sr">{`${t('takeAway.take')}: ${nameOf(offer, t)}`}</span></ButtonLink>
      {!offer.isCurrent && <p className="faint small">{t('takeAway.older')}</p>}
    </li>
  );
}

function sizeOf(bytes: number, language: string): string {
  const [amount, unit] = bytes >= 1e6 ? [bytes / 1e6, 'megabyte'] : [Math.max(bytes / 1e3, 0.1), 'kilobyte'];
  return new Intl.NumberFormat(language, { style: 'unit', unit, maximumSignificantDigits: 2 }).format(amount);
}
