import { useQuery } from '@tanstack/react-query';
import type { Booklet, LocalText, ParticipantId, Told } from '@yaji/contracts';
import type { DeepReadonly } from '@yaji/kit';
import { apply, emptyRoom } from '@yaji/salon';
import { useMemo } from 'react';
import { plateOf } from '../../../features/member/plate.ts';
import { ask } from '../../../session/rest.ts';

export type Speaker = { name: DeepReadonly<LocalText>; organisation: DeepReadonly<LocalText> | null };
export type Speakers = (participantId: ParticipantId) => Speaker;

type Asked = { booklet: Booklet; room: string; token: string; of: readonly { participantId: ParticipantId | null }[] };

/** Who they are: people of the programme, and guests, whom only the room's log knows. */
export function useSpeakers({ booklet, room, token, of }: Asked): Speakers {
  const people = useMemo(() => new Map<ParticipantId, Speaker>(booklet.people.map((person) => [person.participantId, person])), [booklet]);
  const hasGuests = useMemo(() => of.some(({ participantId }) => participantId !== null && !people.has(participantId)), [of, people]);
  const { data } = useQuery({ queryKey: ['log', room], queryFn: ({ signal }) => ask<{ events: Told[] }>(`/rooms/${room}/log`, { token, signal }), enabled: hasGuests });
  return useMemo(() => {
    const inRoom = emptyRoom();
    for (const event of data?.events ?? []) apply(inRoom, event);
    return (participantId) => people.get(participantId) ?? plateOf(inRoom, participantId);
  }, [people, data]);
}
