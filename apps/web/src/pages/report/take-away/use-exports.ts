import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { ExportOrdered, Exports, ExportWish } from '@yaji/contracts';
import { ask } from '../../../session/rest.ts';

/** While a file is made; and well before links run out, which last five minutes. */
const busyMs = 1_500;
const calmMs = 240_000;

export type Ordering = { exports: Exports | undefined; error: Error | null; again: () => void; order: (wish: ExportWish) => Promise<void> };

const isUnderWay = ({ ordered }: Exports): boolean => ordered.some(({ standing: { state } }) => state === 'waiting' || state === 'running');

/** The files of a room to take away, and ordering them. */
export function useExports(room: string, token: string): Ordering {
  const client = useQueryClient();
  const path = `/rooms/${room}/exports`;
  const queryKey = ['exports', room];
  const { data, error, refetch } = useQuery({
    queryKey, queryFn: ({ signal }) => ask<Exports>(path, { token, signal }), staleTime: 0,
    refetchInterval: ({ state }) => (state.data && isUnderWay(state.data) ? busyMs : calmMs),
  });
  return {
    exports: data, error, again: () => void refetch(),
    order: async (wish) => {
      await ask<ExportOrdered>(path, { token, body: wish });
      await client.invalidateQueries({ queryKey });
    },
  };
}
