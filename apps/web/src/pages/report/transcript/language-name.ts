const known = new Map<string, Intl.DisplayNames>();

/** A language by its name in another; its tag where it has no name. */
export function languageName(language: string, page: string): string {
  const names = known.get(page) ?? new Intl.DisplayNames(page, { type: 'language', fallback: 'code' });
  known.set(page, names);
  return names.of(language) ?? language;
}
