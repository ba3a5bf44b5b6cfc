import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { Glossary, GlossaryTerm } from '@yaji/contracts';
import { ask, order } from '../../../session/rest.ts';

export type Naming = {
  terms: readonly GlossaryTerm[] | undefined; error: Error | null; again: () => void;
  /** Rejects with a RestFault. */
  change: (to: (terms: readonly GlossaryTerm[]) => GlossaryTerm[]) => Promise<void>;
};

/** How the salon writes names. A change is made to what stands there by then: others may have added some. */
export function useGlossary(salon: string, token: string): Naming {
  const client = useQueryClient();
  const path = `/salons/${salon}/glossary`;
  const queryKey = ['glossary', salon];
  const read = (signal?: AbortSignal) => ask<Glossary>(path, { token, signal });
  const { data, error, refetch } = useQuery({ queryKey, queryFn: ({ signal }) => read(signal), staleTime: 0 });
  return {
    terms: data?.terms, error, again: () => void refetch(),
    change: async (to) => {
      await order(path, { token, method: 'PUT', body: { terms: to((await read()).terms) } satisfies Glossary });
      await client.invalidateQueries({ queryKey });
    },
  };
}
