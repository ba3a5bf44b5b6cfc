/** FNV-1a (draft-eastlake-fnv) over the UTF-16 units of a text, going on from `hash`. */
function fnv(text: string, hash: number): number {
  let state = hash;
  for (let n = 0; n < text.length; n += 1) state = Math.imul(state ^ text.charCodeAt(n), 0x01000193);
  return state;
}

/**
 * Lots by a seed: a number from 0 to 2^32 - 1 that only the seed and the name decide. FNV-1a, and the finaliser of MurmurHash3, so that names
 * which differ in their last letter are far apart. No secret: whoever knows the seed can draw again.
 */
export function lotsBy(seed: string): (name: string) => number {
  const seeded = fnv(seed, 0x811c9dc5);
  return (name) => {
    let hash = fnv(name, seeded);
    hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
    hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
    return (hash ^ (hash >>> 16)) >>> 0;
  };
}
