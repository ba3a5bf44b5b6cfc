/** Date and time of a place, `2026-11-21 09:30:00`, in figures only. `timeZone`: IANA, UTC where the machine does not know it; `at`: UTC milliseconds. */
export function clockIn(timeZone: string): (at: number) => string {
  const format = formatFor(timeZone);
  return (at) => {
    const parts = new Map(format.formatToParts(at).map(({ type, value }) => [type, value]));
    const part = (type: Intl.DateTimeFormatPartTypes): string => parts.get(type) ?? '';
    return `${part('year')}-${part('month')}-${part('day')} ${part('hour')}:${part('minute')}:${part('second')}`;
  };
}

function formatFor(timeZone: string): Intl.DateTimeFormat {
  const fields = { year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23', calendar: 'gregory', numberingSystem: 'latn' } as const;
  try {
    return new Intl.DateTimeFormat('en-GB', { ...fields, timeZone });
  } catch (cause) {
    if (cause instanceof RangeError) return new Intl.DateTimeFormat('en-GB', { ...fields, timeZone: 'UTC' });
    throw cause;
  }
}
