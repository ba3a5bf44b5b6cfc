import type { Booklet } from '@yaji/contracts';
import { useEffect, useState } from 'react';
import { wearAccent } from '../ui/look/accent.ts';
import { readBooklet } from './rest.ts';

const read = new Map<string, Promise<Booklet>>();

/** The booklet once per visit, for pages that only need its title, colour and time zone. */
function bookletOf(salon: string): Promise<Booklet> {
  const before = read.get(salon);
  if (before) return before;
  const asked = readBooklet(salon);
  read.set(salon, asked);
  asked.catch(() => read.delete(salon));
  return asked;
}

/** Colours the page with the salon's accent while it is shown. Null until it is known, and when it cannot be read: pages do without. */
export function useSalonLook(salon: string): Booklet | null {
  const [booklet, setBooklet] = useState<Booklet | null>(null);
  useEffect(() => {
    let shown = true;
    const wear = (found: Booklet | null) => {
      if (!shown) return;
      setBooklet(found);
      wearAccent(found?.accent ?? null);
    };
    bookletOf(salon).then(wear, () => wear(null));
    return () => {
      shown = false;
      wearAccent(null);
    };
  }, [salon]);
  return booklet;
}
