import type { Joined } from '@yaji/contracts';

/** A visit to one salon, as `POST /api/join` gave it. */
export type Session = Joined;

const key = (salonId: string): string => `yaji.session.${salonId}`;

function read(store: Storage, salonId: string): Session | null {
  const kept = store.getItem(key(salonId));
  if (kept === null) return null;
  const session = JSON.parse(kept) as Session;
  return session.expiresAt > Date.now() ? session : null;
}

/** This tab's visit, else the last one of this browser: so a second tab may be somebody else, and a new tab need not join again. */
export const sessionOf = (salonId: string): Session | null => read(sessionStorage, salonId) ?? read(localStorage, salonId);

export function keepSession(session: Session): void {
  const written = JSON.stringify(session);
  sessionStorage.setItem(key(session.salonId), written);
  localStorage.setItem(key(session.salonId), written);
}

export function forgetSession(salonId: string): void {
  sessionStorage.removeItem(key(salonId));
  localStorage.removeItem(key(salonId));
}
