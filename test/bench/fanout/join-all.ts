import type { Joined } from '@yaji/contracts';
import { joinBy } from '../../live/api.ts';

const abreast = 10;

/** So many guests come by one link. */
export async function joinAll(url: string, link: string, count: number): Promise<Joined[]> {
  const joined: Joined[] = [];
  const numbers = Array.from({ length: count }, (_, n) => n).values();
  await Promise.all(Array.from({ length: abreast }, async () => {
    for (const n of numbers) joined.push(await joinBy(url, link, `Attendee ${n}`));
  }));
  return joined;
}
