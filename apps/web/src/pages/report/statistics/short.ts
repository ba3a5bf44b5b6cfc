/** Latin letters that fit before a bar; a Chinese character is as wide as two. */
const room = 18;
const letters = new Intl.Segmenter();

/** A name as long as there is room for it; the table has all of it. */
export function short(name: string): string {
  let taken = 0;
  let kept = '';
  for (const { segment } of letters.segment(name)) {
    taken += /\p{Script=Han}|[\u3000-\u30ff\uac00-\ud7af\uff00-\uffef]/u.test(segment) ? 2 : 1;
    if (taken > room) return `${kept}…`;
    kept += segment;
  }
  return name;
}
