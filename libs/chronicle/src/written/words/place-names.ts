/** What a country (ISO 3166-1 alpha-2) or a language (BCP 47; its country left aside) is called; the code where nobody knows. */
export function nameOf(language: string, type: 'region' | 'language', code: string): string {
  const wanted = type === 'language' ? (code.split('-')[0] ?? code) : code;
  return new Intl.DisplayNames(language, { type, fallback: 'code' }).of(wanted) ?? code;
}
