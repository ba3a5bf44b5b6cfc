const dayMs = 86_400_000;
/** A salon that ends late may go on past midnight. */
const leastMs = 6 * 3_600_000;

/**
 * The end of the day, in the salon's time zone, on which a salon ends; at least six hours after its end. UTC milliseconds. On the day on
 * which clocks change it may be an hour off.
 */
export function dayEndOf(endsAt: number, timeZone: string): number {
  const parts = new Intl.DateTimeFormat('en-GB', { timeZone, hour: 'numeric', minute: 'numeric', second: 'numeric', hourCycle: 'h23' }).formatToParts(endsAt);
  const of = (type: string): number => Number(parts.find((part) => part.type === type)?.value ?? 0);
  const spentMs = ((of('hour') * 60 + of('minute')) * 60 + of('second')) * 1_000;
  return Math.max(endsAt + dayMs - spentMs, endsAt + leastMs);
}
