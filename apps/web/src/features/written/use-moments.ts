import { useQuery } from '@tanstack/react-query';
import type { Aftermath } from '@yaji/contracts';
import { fileTime, piecesOf } from '@yaji/salon';
import { useMemo } from 'react';
import { ask } from '../../session/rest.ts';
import { paths } from '../../ui/route/paths.ts';
import { writtenMoment } from '../replay/time/moment-link.ts';

/** Where the recording has an instant of the room (UTC milliseconds). `fileMs`: its place in the file; `link`: the replay from there. */
export type Moments = { fileMs: (at: number) => number; link: (at: number) => string };

/** Null where nothing of the room is published; undefined until that is known. */
export function useMoments({ room, salon, token }: { room: string; salon: string; token: string }): Moments | null | undefined {
  const { data, isPending } = useQuery({ queryKey: ['aftermath', room], queryFn: ({ signal }) => ask<Aftermath>(`/rooms/${room}/aftermath`, { token, signal }) });
  return useMemo(() => {
    if (!data?.recording) return isPending ? undefined : null;
    const pieces = piecesOf(data.recording);
    const fileMs = (at: number) => fileTime(pieces, at);
    return { fileMs, link: (at) => `${paths.replay(salon, room)}?t=${writtenMoment(fileMs(at))}` };
  }, [data, isPending, salon, room]);
}
