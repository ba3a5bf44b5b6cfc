/** What a language is called in another; its tag where nobody knows. */
export const languageName = (tag: string, inLanguage: string): string => new Intl.DisplayNames([inLanguage], { type: 'language', fallback: 'code' }).of(tag) ?? tag;
