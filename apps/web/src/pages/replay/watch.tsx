import { useQuery } from '@tanstack/react-query';
import type { Aftermath, RecordingOffer, Told, Transcript } from '@yaji/contracts';
import { useState } from 'react';
import { Player } from '../../features/replay/player.tsx';
import { momentOf } from '../../features/replay/time/moment-link.ts';
import { useWords } from '../../i18n/words.ts';
import { ask } from '../../session/rest.ts';
import type { Session } from '../../session/session.ts';
import { Waiting } from '../../ui/waiting.tsx';
import { Fault } from '../lost/fault.tsx';

/** Another film is another player; other links to the same film are not. */
const filmKey = ({ bytes, durationMs, startedAt, order }: RecordingOffer): string => JSON.stringify([bytes, durationMs, startedAt, order]);

/** Where one was, for a film that takes the place of another. */
type Place = { keep: (atMs: number) => void; kept: () => number };
function placeFrom(startMs: number): Place {
  let place = startMs;
  return { keep: (atMs) => { place = atMs; }, kept: () => place };
}

type Props = { recording: RecordingOffer; room: string; session: Session; fresh: () => Promise<Aftermath | null> };

/** The film with its log and what was said; both are over and read once. */
export function Watch({ recording, room, session, fresh }: Props) {
  const { t } = useWords();
  const { token } = session;
  const log = useQuery({ queryKey: ['log', room], queryFn: ({ signal }) => ask<{ events: Told[] }>(`/rooms/${room}/log`, { token, signal }), staleTime: Number.POSITIVE_INFINITY });
  const said = useQuery({ queryKey: ['transcript', room], queryFn: ({ signal }) => ask<Transcript>(`/rooms/${room}/transcript`, { token, signal }), staleTime: Number.POSITIVE_INFINITY });
  const [place] = useState(() => placeFrom(momentOf(window.location) ?? 0));
  if (log.error && !log.data) return <Fault error={log.error} again={() => void log.refetch()} />;
  if (!log.data || said.isPending) return <Waiting words={t('app.loading')} />;
  return <Placed key={filmKey(recording)} place={place} recording={recording} events={log.data.events} lines={said.data?.lines ?? null} session={session} fresh={fresh} />;
}

type PlacedProps = { place: Place; recording: RecordingOffer; events: readonly Told[]; lines: Transcript['lines'] | null; session: Session; fresh: Props['fresh'] };

/** Begins where one was, within this film. */
function Placed({ place, recording, events, lines, session: { participantId }, fresh }: PlacedProps) {
  const [startMs] = useState(() => Math.min(place.kept(), recording.durationMs));
  return <Player recording={recording} events={events} lines={lines} me={participantId} startMs={startMs} fresh={fresh} onPlace={place.keep} />;
}
