import { Suspense, useEffect, useState } from 'react';
import { Navigate, useLocation, useNavigate } from 'react-router';
import { useStore } from 'zustand';
import { useWords } from '../../i18n/words.ts';
import { choose } from '../../session/choices.ts';
import { join, readBooklet, readInvitation } from '../../session/rest.ts';
import { useSalonLook } from '../../session/salon-look.ts';
import { keepSession, keepSessionOfPage, sessionOf, sessionOfPage } from '../../session/session.ts';
import { ButtonLink } from '../../ui/controls/button.tsx';
import { Frame } from '../../ui/frame.tsx';
import { paths, usePlace } from '../../ui/route/paths.ts';
import { useTitle } from '../../ui/route/title.ts';
import { Waiting } from '../../ui/waiting.tsx';
import { Fault } from '../lost/fault.tsx';
import { type Fragment, readFragment } from './fragment.ts';
import { Invitation } from './invitation.tsx';
import { type JoinWorld, newJoining } from './joining.ts';
import { wayIn } from './way-in.ts';
import { part } from '../../ui/part/part.ts';

const PasteLink = part(() => import('./paste-link.tsx'));

export default function JoinPage() {
  const { hash, search } = useLocation();
  // Another link in the same tab is another visit.
  const fragment = readFragment({ hash, search });
  return <Frame><Entering key={hash} fragment={fragment} /></Frame>;
}

/** The code on the screen of the hall is for everybody: who is known on this telephone keeps the name, and the place in the list. */
function Entering({ fragment }: { fragment: Fragment }) {
  const { salon } = usePlace();
  const [known] = useState(() => fragment.to === 'seat' && (sessionOf(salon)?.role ?? 'display') !== 'display');
  return known ? <Uninvited wanted={fragment} /> : <Joining fragment={fragment} />;
}

function Joining({ fragment }: { fragment: Fragment }) {
  const { t, language } = useWords();
  const { salon } = usePlace();
  // A microphone is somebody of its own: neither the display on the same machine nor the other microphone.
  const page = fragment.to === 'microphone' ? fragment.microphone : null;
  const name = (typed: string) => typed.trim() || (page === null ? '' : t('microphone.named', { microphone: page }));
  useSalonLook(salon);
  useTitle(t('join.title'));
  const world = (): JoinWorld => ({
    read: async (invitation) => {
      const [seen, booklet] = await Promise.all([readInvitation(invitation), readBooklet(salon)]);
      return { seen, booklet };
    },
    join: (invitation, { name: typed, organisation }) => join({
      invitation, language, ...(name(typed) && { name: { [language]: name(typed) } }), ...(organisation.trim() && { organisation: { [language]: organisation.trim() } }),
    }, (page === null ? sessionOf(salon) : sessionOfPage(salon, page))?.token),
  });
  const [joining] = useState(() => newJoining({ ...fragment, world: world() }));
  const { step, invited, joined, error } = useStore(joining.store);
  useEffect(() => joining.start(), [joining]);
  const go = useNavigate();
  useEffect(() => {
    if (!joined || !invited) return;
    if (page === null) keepSession(joined);
    else keepSessionOfPage(joined, page);
    if (fragment.auto && page === null) choose({ unattended: true, cameraOn: joined.role !== 'attendee' && joined.role !== 'display' });
    const way = wayIn(invited.booklet, joined.role, fragment);
    if (way !== null) void go(way, { replace: true });
  }, [joined, invited, fragment, page, go]);
  switch (step) {
    case 'uninvited': return <Uninvited wanted={fragment} />;
    case 'refused': return <Fault error={error} again={joining.again} />;
    case 'asking': case 'joining': case 'joined':
      return invited && <Invitation invited={invited} to={fragment.to} joining={step !== 'asking'} enter={joining.enter} />;
    default: return <Waiting words={t('join.reading')} />;
  }
}

/** Who was here before needs no link; who was not can paste one. */
function Uninvited({ wanted }: { wanted: Fragment }) {
  const { t } = useWords();
  const { salon } = usePlace();
  const booklet = useSalonLook(salon);
  const session = wanted.to === 'microphone' ? sessionOfPage(salon, wanted.microphone ?? '') : sessionOf(salon);
  if (!session) return <Suspense fallback={<Waiting words={t('app.loading')} />}><PasteLink /></Suspense>;
  if (!booklet) return <Waiting words={t('app.loading')} />;
  const way = wayIn(booklet, session.role, wanted);
  return way === null ? <ButtonLink to={paths.booklet(salon)}>{t('room.booklet')}</ButtonLink> : <Navigate to={way} replace />;
}
