import type { Joined } from '@yaji/contracts';

/** A visit to one salon, as `POST /api/join` gave it. */
export type Session = Joined;

const key = (salonId: string): string => `yaji.session.${salonId}`;

const read = (store: Storage, salonId: string): Session | null => readAt(store, key(salonId));

function readAt(store: Storage, name: string): Session | null {
  const kept = store.getItem(name);
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

/** The visit of this page alone: a microphone of the hall is somebody of its own, whatever else is open on the same machine. */
const pageKey = (salonId: string, page: string): string => `${key(salonId)}/${page}`;
export const sessionOfPage = (salonId: string, page: string): Session | null => readAt(sessionStorage, pageKey(salonId, page));
export const keepSessionOfPage = (session: Session, page: string): void => sessionStorage.setItem(pageKey(session.salonId, page), JSON.stringify(session));

export function forgetSession(salonId: string): void {
  sessionStorage.removeItem(key(salonId));
  localStorage.removeItem(key(salonId));
}
