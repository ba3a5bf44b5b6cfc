import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { LineEdit, Replaced, Replacement, Transcript, TranscriptLine } from '@yaji/contracts';
import { useCallback } from 'react';
import { ask, order } from '../../../session/rest.ts';

export type Transcribing = {
  lines: readonly TranscriptLine[] | undefined; error: Error | null; again: () => void;
  /** Reject with a RestFault. Whatever is answered to a change, the lines are read anew. */
  edit: (lineId: string, edit: LineEdit) => Promise<void>;
  replace: (wanted: Replacement) => Promise<Replaced>;
  /** Reads the lines anew. */
  refresh: () => Promise<void>;
};

/** What was said in a room, and changing it. */
export function useTranscript(room: string, token: string): Transcribing {
  const client = useQueryClient();
  const path = `/rooms/${room}/transcript`;
  const { data, error, refetch } = useQuery({ queryKey: ['transcript', room], queryFn: ({ signal }) => ask<Transcript>(path, { token, signal }), staleTime: 0 });
  const refresh = useCallback(async () => {
    await Promise.all([client.invalidateQueries({ queryKey: ['transcript', room] }), client.invalidateQueries({ queryKey: ['line-history', room] })]);
  }, [client, room]);
  const edit = useCallback(async (lineId: string, change: LineEdit) => {
    try {
      await order(`${path}/lines/${lineId}`, { token, body: change, method: 'PATCH' });
    } finally {
      await refresh();
    }
  }, [path, token, refresh]);
  const replace = useCallback(async (wanted: Replacement) => {
    try {
      return await ask<Replaced>(`${path}/replace`, { token, body: wanted });
    } finally {
      if (wanted.apply) await refresh();
    }
  }, [path, token, refresh]);
  return { lines: data?.lines, error, again: () => void refetch(), edit, replace, refresh };
}
