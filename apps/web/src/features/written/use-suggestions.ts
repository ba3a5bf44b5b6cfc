import { useQuery } from '@tanstack/react-query';
import type { ActionSuggestion, ActionSuggestions } from '@yaji/contracts';
import { ask } from '../../session/rest.ts';

const none: readonly ActionSuggestion[] = [];

/** What may be taken up into the minutes. It is asked for with them: under the same key. */
export function useSuggestions(room: string, token: string): { suggestions: readonly ActionSuggestion[]; error: Error | null } {
  const { data, error } = useQuery({
    queryKey: ['written', room, 'suggestions'], queryFn: ({ signal }) => ask<ActionSuggestions>(`/rooms/${room}/written/minutes/suggestions`, { token, signal }), staleTime: 0,
  });
  return { suggestions: data?.suggestions ?? none, error };
}
