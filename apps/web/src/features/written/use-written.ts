import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { DraftChange, Written, WrittenKind, WrittenLanguage } from '@yaji/contracts';
import { useCallback, useMemo } from 'react';
import { ask, order, RestFault } from '../../session/rest.ts';

/** Links to pictures last five minutes. */
const everyMs = 240_000;
/** What is being made anew is there soon. */
const behindMs = 2_000;

export type Writing = {
  written: Written | undefined; error: Error | null; again: () => void;
  /** Rejects with a RestFault; whatever is answered, the account is read anew. */
  change: (change: DraftChange) => Promise<void>;
  approve: () => Promise<void>;
  amend: (text: Record<string, string>) => Promise<void>;
};

type Wanted = { room: string; kind: WrittenKind; language: WrittenLanguage; token: string };

/** What is written down of a room, in one language, and what its reviewers may do with it. */
export function useWritten({ room, kind, language, token }: Wanted): Writing {
  const client = useQueryClient();
  const path = `/rooms/${room}/written/${kind}`;
  const queryKey = useMemo(() => ['written', room, kind, language], [room, kind, language]);
  const { data, error, refetch } = useQuery({ queryKey, queryFn: ({ signal }) => ask<Written>(`${path}?language=${language}`, { token, signal }), refetchInterval: ({ state }) => (state.data?.isBehind ? behindMs : everyMs), staleTime: 0 });
  const revision = data?.draft?.revision ?? 0;
  const send = useCallback(async (at: string, body: unknown, method?: 'PATCH') => {
    try {
      await order(at, { token, body, ...(method && { method }) });
    } finally {
      await client.invalidateQueries({ queryKey: ['written', room] });
    }
  }, [client, room, token]);
  return {
    written: data, error, again: () => void refetch(),
    change: (change) => send(path, { revision, change }, 'PATCH'),
    approve: () => send(`${path}/editions`, { revision }),
    amend: (text) => send(`${path}/amendments`, { after: data?.editions.at(-1)?.version ?? 0, text }),
  };
}

/** Not there yet, or not for these eyes. */
export const isNotThere = (error: Error | null): boolean => error instanceof RestFault && error.status === 404;
