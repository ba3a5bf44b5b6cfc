import type { SeatLink } from '@yaji/contracts';
import { useEffect, useState } from 'react';
import { renderSVG } from 'uqr';
import { useWords } from '../../i18n/words.ts';
import { ask } from '../../session/rest.ts';
import { sessionOf } from '../../session/session.ts';
import { paths, usePlace } from '../../ui/route/paths.ts';
import css from './hall.module.css';

/** A display stands for hours: what could not be read is asked for again. Milliseconds. */
const againMs = 20_000;

/** The code that leads a telephone to a seat in the hall; where there is no such link (any more), to the programme. */
export function WayIn({ salon }: { salon: string }) {
  const { t } = useWords();
  const seat = useSeatLink();
  const address = seat ?? new URL(paths.booklet(salon), window.location.href).href;
  const picture = `data:image/svg+xml,${encodeURIComponent(renderSVG(address, { border: 1 }))}`;
  return (
    <figure className={css.qr} data-testid="way-in" data-leads={seat === null ? 'booklet' : 'seat'}>
      <img src={picture} alt={t(seat === null ? 'hall.join' : 'hall.seat')} />
      <figcaption>{t(seat === null ? 'hall.join' : 'hall.seat')}</figcaption>
    </figure>
  );
}

function useSeatLink(): string | null {
  const { salon, room } = usePlace();
  const [url, setUrl] = useState<string | null>(null);
  useEffect(() => {
    const stop = new AbortController();
    const look = () => {
      ask<SeatLink>(`/rooms/${room}/seat`, { token: sessionOf(salon)?.token, signal: stop.signal }).then((link) => setUrl(link.url), () => undefined);
    };
    if (url !== null) return;
    look();
    const timer = setInterval(look, againMs);
    return () => {
      clearInterval(timer);
      stop.abort();
    };
  }, [salon, room, url]);
  return url;
}
