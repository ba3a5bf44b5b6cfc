/** What a reader at number `at` does with what it is told: apply what follows, or fetch what is missing. Doubles are passed over. */
export type Step<E> = { apply: E[]; at: number } | { fetchAfter: number };

export function follow<E extends { seq: number }>(at: number, told: readonly E[]): Step<E> {
  const apply: E[] = [];
  let next = at + 1;
  for (const one of told) {
    if (one.seq < next) continue;
    if (one.seq > next) return { fetchAfter: at };
    apply.push(one);
    next += 1;
  }
  return { apply, at: next - 1 };
}
