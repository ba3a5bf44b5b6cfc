/** What has a meaning in a regular expression. */
export const special = /[.*+?^${}()|[\]\\]/g;

/** A letter of a script that is written with spaces: where one follows or goes before, a word goes on. Chinese has no such borders. */
export const wordGoesOn = '(?:(?!\\p{Script=Han})[\\p{L}\\p{N}\\p{M}])';
