const words = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'];

/** Numbers below ten are written out. */
export const count = (number: number): string => words[number] ?? new Intl.NumberFormat('en').format(number);

/** As many of these; `plural` where it is not made with an s. */
export const many = (number: number, one: string, plural = `${one}s`): string => `${count(number)} ${new Intl.PluralRules('en').select(number) === 'one' ? one : plural}`;

export const capital = (sentence: string): string => sentence.charAt(0).toUpperCase() + sentence.slice(1);
