import i18next from 'i18next';
import { useSyncExternalStore } from 'react';
import type english from './en.json';

/** The languages of the pages. A further one is a catalogue beside these and a line here. */
export const pageLanguages = ['en', 'zh-CN', 'es'] as const;
export type PageLanguage = (typeof pageLanguages)[number];

type Plural<K> = K extends `${infer S}_${'zero' | 'one' | 'two' | 'few' | 'many' | 'other'}` ? S : K;
type Paths<T> = { [K in keyof T & string]: T[K] extends string ? Plural<K> : `${K}.${Paths<T[K]>}` }[keyof T & string];
/** Every sentence of the catalogues; a missing one does not compile. */
export type Wording = Paths<typeof english>;
export type Words = (key: Wording, values?: Record<string, string | number>) => string;

type Catalogue = { [key: string]: string | Catalogue };
/** Catalogues are data, not script: fetched, so that no language is loaded that nobody reads. */
const catalogues: Record<PageLanguage, string> = {
  en: new URL('./en.json', import.meta.url).href,
  'zh-CN': new URL('./zh-CN.json', import.meta.url).href,
  es: new URL('./es.json', import.meta.url).href,
};

const kept = 'yaji.language';
const words = i18next.createInstance();
const listeners = new Set<() => void>();
let spoken: PageLanguage = 'en';

const isPageLanguage = (tag: string | null): tag is PageLanguage => pageLanguages.some((one) => one === tag);

/** What was chosen on this device, else the first of the browser's languages that the pages speak. */
function preferred(): PageLanguage {
  const chosen = localStorage.getItem(kept);
  if (isPageLanguage(chosen)) return chosen;
  const heard = navigator.languages.map((tag) => pageLanguages.find((one) => one.slice(0, 2) === tag.slice(0, 2).toLowerCase()));
  return heard.find((one) => one !== undefined) ?? 'en';
}

async function speak(language: PageLanguage): Promise<void> {
  const catalogue = await (await fetch(catalogues[language])).json() as Catalogue;
  words.addResourceBundle(language, 'translation', catalogue);
  await words.changeLanguage(language);
  spoken = language;
  document.documentElement.lang = language;
  for (const heard of listeners) heard();
}

/** Before the first drawing: the page never shows one language and then another. */
export async function startWords(): Promise<void> {
  await words.init({ lng: 'en', resources: {}, nsSeparator: false, interpolation: { escapeValue: false } });
  await speak(preferred());
}

export function chooseLanguage(language: PageLanguage): Promise<void> {
  localStorage.setItem(kept, language);
  return speak(language);
}

const subscribe = (heard: () => void) => {
  listeners.add(heard);
  return () => void listeners.delete(heard);
};

/** The sentences in the language of the page; the component is drawn again when it changes. */
export function useWords(): { t: Words; language: PageLanguage } {
  const language = useSyncExternalStore(subscribe, () => spoken);
  return { t: say, language };
}

/** For what is said outside a component: notices, titles. */
export const say: Words = (key, values) => words.t(key, values ?? {});
