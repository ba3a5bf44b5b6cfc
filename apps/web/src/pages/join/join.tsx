import { useEffect, useState } from 'react';
import { Navigate, useLocation, useNavigate } from 'react-router';
import { createActor } from 'xstate';
import { useWords } from '../../i18n/words.ts';
import { useActor } from '../../live/use-actor.ts';
import { choose } from '../../session/choices.ts';
import { join, readBooklet, readInvitation } from '../../session/rest.ts';
import { useSalonLook } from '../../session/salon-look.ts';
import { keepSession, sessionOf } from '../../session/session.ts';
import { ButtonLink } from '../../ui/controls/button.tsx';
import { Frame } from '../../ui/frame.tsx';
import { paths, usePlace } from '../../ui/route/paths.ts';
import { useTitle } from '../../ui/route/title.ts';
import { Waiting } from '../../ui/waiting.tsx';
import { Fault } from '../lost/fault.tsx';
import { type Fragment, readFragment } from './fragment.ts';
import { Invitation } from './invitation.tsx';
import { joinMachine, type JoinWorld } from './join-machine.ts';
import { PasteLink } from './paste-link.tsx';
import { wayIn } from './way-in.ts';

export default function JoinPage() {
  const { hash, search } = useLocation();
  // Another link in the same tab is another visit.
  return <Frame><Joining key={hash} fragment={readFragment({ hash, search })} /></Frame>;
}

function Joining({ fragment }: { fragment: Fragment }) {
  const { t, language } = useWords();
  const { salon } = usePlace();
  useSalonLook(salon);
  useTitle(t('join.title'));
  const [world] = useState((): JoinWorld => ({
    read: async (invitation) => {
      const [seen, booklet] = await Promise.all([readInvitation(invitation), readBooklet(salon)]);
      return { seen, booklet };
    },
    join: (invitation, { name, organisation }) => join({
      invitation, language, ...(name.trim() && { name: { [language]: name.trim() } }), ...(organisation.trim() && { organisation: { [language]: organisation.trim() } }),
    }, sessionOf(salon)?.token),
  }));
  const [{ value, context: { invited, joined, error } }, send] = useActor(() => createActor(joinMachine, { input: { ...fragment, world } }));
  const go = useNavigate();
  useEffect(() => {
    if (!joined || !invited) return;
    keepSession(joined);
    if (fragment.auto) choose({ unattended: true, cameraOn: joined.role !== 'attendee' && joined.role !== 'display' });
    const way = wayIn(invited.booklet, joined.role, fragment.room);
    if (way !== null) void go(way, { replace: true });
  }, [joined, invited, fragment, go]);
  switch (value) {
    case 'uninvited': return <Uninvited wanted={fragment.room} />;
    case 'refused': return <Fault error={error} again={() => send({ type: 'again' })} />;
    case 'asking': case 'joining': case 'joined':
      return invited && <Invitation invited={invited} joining={value !== 'asking'} enter={(answer) => send({ type: 'enter', answer })} />;
    default: return <Waiting words={t('join.reading')} />;
  }
}

/** Who was here before needs no link; who was not can paste one. */
function Uninvited({ wanted }: { wanted: string | null }) {
  const { t } = useWords();
  const { salon } = usePlace();
  const booklet = useSalonLook(salon);
  const session = sessionOf(salon);
  if (!session) return <PasteLink />;
  if (!booklet) return <Waiting words={t('app.loading')} />;
  const way = wayIn(booklet, session.role, wanted);
  return way === null ? <ButtonLink to={paths.booklet(salon)}>{t('room.booklet')}</ButtonLink> : <Navigate to={way} replace />;
}
