import { createStore, useStore } from 'zustand';

/** How captions are read and written on this device; kept from visit to visit, and loaded with them. */
export type CaptionChoices = {
  size: 'small' | 'medium' | 'large' | 'off';
  /** On a hall display, whose letters follow its screen. */
  hall: 'large' | 'larger' | 'off';
  rows: 1 | 2;
  /** Null: every language. */
  language: string | null;
  /** Whether the own browser writes down what is said here; null: not asked yet. */
  dictates: boolean | null;
  /** What is spoken here; null: the page's language. */
  spoken: string | null;
};

const name = 'yaji.captions';
const first: CaptionChoices = { size: 'medium', hall: 'large', rows: 2, language: null, dictates: null, spoken: null };
const store = createStore<CaptionChoices>(() => ({ ...first, ...JSON.parse(localStorage.getItem(name) ?? '{}') as Partial<CaptionChoices> }));

export function chooseCaptions(some: Partial<CaptionChoices>): void {
  store.setState(some);
  localStorage.setItem(name, JSON.stringify(store.getState()));
}

export const useCaptionChoices = (): CaptionChoices => useStore(store);
