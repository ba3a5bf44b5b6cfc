/** The word that pocketsphinx means; null: silence or a noise, which stand in brackets. `(2)` is a way of pronouncing. */
export const wordOf = (told: string): string | null => (/^[<[+]/.test(told) ? null : told.replace(/\(\d+\)$/, ''));
