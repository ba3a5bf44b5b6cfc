import { useCallback, useEffect, useState } from 'react';
import { inLanguage } from '../../i18n/local-text.ts';
import { useWords } from '../../i18n/words.ts';
import { useLive, useMedia, useSeat } from '../../live/seat.tsx';
import type { Inbound } from '../../media/inbound.ts';
import { Button } from '../../ui/controls/button.tsx';
import { plateOf } from '../member/plate.ts';
import css from './help.module.css';

/** What this page receives at this moment, for people who help others. */
export function Diagnostics() {
  const { t, language } = useWords();
  const { media } = useSeat();
  const room = useLive(({ held }) => held?.room);
  const seq = useLive(({ held }) => held?.seq ?? 0);
  const offsetMs = useLive(({ clock }) => clock.offsetMs);
  const link = useMedia((state) => state.link);
  const [rows, setRows] = useState<Inbound[]>([]);
  const [copied, setCopied] = useState(false);
  const read = useCallback(() => void media.inbound().then(setRows), [media]);
  useEffect(read, [read]);
  const name = ({ participantId }: Inbound) => (room ? inLanguage(plateOf(room, participantId).name, language).text : participantId);
  const copy = () => {
    void navigator.clipboard.writeText(JSON.stringify({ seq, link, offsetMs, agent: navigator.userAgent, inbound: rows }, null, 2)).then(() => setCopied(true));
  };
  return (
    <section className={css.part} data-testid="diagnostics">
      <h3>{t('diagnostics.title')}</h3>
      <p className="faint small">{t('diagnostics.text')}</p>
      <p className="small">{t('diagnostics.media', { state: t(`media.${link}`) })} {t('diagnostics.clock', { ms: offsetMs })}</p>
      {rows.length === 0 ? <p>{t('diagnostics.none')}</p> : (
        <table className={css.table}>
          <thead><tr><th scope="col">{t('diagnostics.who')}</th><th scope="col">{t('diagnostics.what')}</th><th scope="col">{t('diagnostics.state')}</th></tr></thead>
          <tbody>
            {rows.map((one) => (
              <tr key={`${one.participantId}${one.source}`}>
                <td><bdi>{name(one)}</bdi></td>
                <td>{t(`diagnostics.${one.source}`)}</td>
                <td>{one.flowing ? t('diagnostics.flowing') : t('diagnostics.quiet')}{', '}
                  {one.kind === 'video' ? t('diagnostics.frames', { count: one.framesDecoded ?? 0 }) : t('diagnostics.energy', { value: (one.totalAudioEnergy ?? 0).toFixed(3) })}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <div className={css.acts}>
        <Button variant="plain" size="sm" onClick={read}>{t('diagnostics.refresh')}</Button>
        <Button variant="plain" size="sm" onClick={copy}>{copied ? t('diagnostics.copied') : t('diagnostics.copy')}</Button>
      </div>
    </section>
  );
}
