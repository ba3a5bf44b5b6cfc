import type { Sprite } from '@yaji/contracts';
import { useEffect, useRef, useState } from 'react';

/** The small pictures, fetched when somebody first looks for one and kept from then on: their link may run out. Null: not there. */
export function useSprite(sprite: Sprite | null, { wanted, fresh }: { wanted: boolean; fresh: () => Promise<Sprite | null> }): string | null {
  const [picture, setPicture] = useState<string | null>(null);
  // Another link to the same pictures is no reason to fetch them again.
  const latest = useRef({ sprite, fresh });
  useEffect(() => { latest.current = { sprite, fresh }; });
  const [asked, setAsked] = useState(false);
  if (wanted && !asked) setAsked(true);
  useEffect(() => {
    if (!asked || !latest.current.sprite) return undefined;
    let made: string | null = null;
    let waited = true;
    void fetched(latest.current.sprite.url, latest.current.fresh).then((blob) => {
      if (!blob || !waited) return;
      made = URL.createObjectURL(blob);
      setPicture(made);
    });
    return () => {
      waited = false;
      if (made) URL.revokeObjectURL(made);
    };
  }, [asked]);
  return picture;
}

async function fetched(url: string, fresh: () => Promise<Sprite | null>): Promise<Blob | null> {
  const first = await fetch(url);
  if (first.ok) return first.blob();
  const again = await fresh();
  const second = again ? await fetch(again.url) : first;
  return second.ok ? second.blob() : null;
}
