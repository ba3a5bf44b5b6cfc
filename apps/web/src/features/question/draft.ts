import { createStore, useStore } from 'zustand';

/** What is being written, kept while one looks at another tab, and through a reload. */
type Draft = { text: string; anonymous: boolean };
const name = 'yaji.question';
const first: Draft = { text: '', anonymous: false };
// Absent where no browser is: in tests.
const kept = globalThis.sessionStorage as Storage | undefined;
const draft = createStore<Draft>(() => ({ ...first, ...(JSON.parse(kept?.getItem(name) ?? '{}') as Partial<Draft>) }));

export function write(some: Partial<Draft>): void {
  draft.setState(some);
  kept?.setItem(name, JSON.stringify(draft.getState()));
}

export const useDraft = (): Draft => useStore(draft);
