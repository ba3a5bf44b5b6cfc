import { createStore, useStore } from 'zustand';

/** Light, dark, or as the device is. */
export type Scheme = 'auto' | 'light' | 'dark';

const name = 'yaji.scheme';
const dark = (globalThis as { matchMedia?: typeof matchMedia }).matchMedia?.('(prefers-color-scheme: dark)');
const isScheme = (kept: string | null | undefined): kept is Scheme => kept === 'light' || kept === 'dark';
// Absent where no browser is: in tests.
const kept = (globalThis.localStorage as Storage | undefined)?.getItem(name);
const scheme = createStore<{ chosen: Scheme }>(() => ({ chosen: isScheme(kept) ? kept : 'auto' }));

/** The attribute that paper.css, and Mantine on the desk, look at. */
function wear(): void {
  const { chosen } = scheme.getState();
  document.documentElement.dataset['mantineColorScheme'] = chosen === 'auto' ? (dark?.matches ? 'dark' : 'light') : chosen;
}

export function startScheme(): void {
  wear();
  dark?.addEventListener('change', wear);
}

export function chooseScheme(chosen: Scheme): void {
  localStorage.setItem(name, chosen);
  scheme.setState({ chosen });
  wear();
}

export const useScheme = (): Scheme => useStore(scheme, ({ chosen }) => chosen);
