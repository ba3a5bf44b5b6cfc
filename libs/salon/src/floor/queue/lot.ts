/**
 * A number from 0 to 2^32 - 1 that only the seed and the name decide: FNV-1a (draft-eastlake-fnv), and the finaliser of MurmurHash3, so
 * that names which differ in their last letter are far apart. No secret: whoever knows the seed can draw again.
 */
export function lot(seed: string, name: string): number {
  let hash = 0x811c9dc5;
  for (const letter of `${seed} ${name}`) hash = Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}
