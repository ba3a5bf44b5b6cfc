import { useQuery } from '@tanstack/react-query';
import type { Aftermath } from '@yaji/contracts';
import { useCallback } from 'react';
import { ask } from '../../session/rest.ts';
import type { Session } from '../../session/session.ts';

const isUnderWay = (aftermath: Aftermath | undefined): boolean => aftermath?.jobs.some(({ state }) => state === 'waiting' || state === 'running') ?? false;

/** `readAt`: when the links were given, this device's clock. `fresh`: the same by links that hold; null where that fails. */
export type Left = { aftermath: Aftermath | undefined; error: Error | null; readAt: number; isMaking: boolean; fresh: () => Promise<Aftermath | null> };

/** What there is after the talk. While something is being made, its progress is read again; nothing else changes by itself. */
export function useAftermath(room: string, { token }: Session): Left {
  const { data, error, dataUpdatedAt, refetch } = useQuery({
    queryKey: ['aftermath', room], queryFn: ({ signal }) => ask<Aftermath>(`/rooms/${room}/aftermath`, { token, signal }),
    refetchInterval: ({ state }) => (isUnderWay(state.data) ? 2_000 : false), staleTime: Number.POSITIVE_INFINITY, gcTime: 0,
  });
  const fresh = useCallback(async () => {
    // Several may ask at once: the film, its captions, its small pictures. They are answered together.
    const asked = await refetch({ cancelRefetch: false });
    return asked.error ? null : asked.data ?? null;
  }, [refetch]);
  return { aftermath: data, error, readAt: dataUpdatedAt, isMaking: isUnderWay(data), fresh };
}
