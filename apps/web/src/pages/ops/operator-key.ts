const kept = 'yaji.operator';

/** 32 bytes as base64url; any other fragment (`#content`) is none. */
const isKey = (text: string): boolean => /^[A-Za-z0-9_-]{43}$/.test(text);

/** The key of a link or the key itself, as somebody pastes it; null where there is none in it. */
export function keyIn(pasted: string): string | null {
  const key = pasted.trim().split('#').at(-1) ?? '';
  return isKey(key) ? key : null;
}

/** The key of this tab. One in the address is kept and taken out of it at once, so that it is in no bookmark and on no screenshot. */
export function takeKey(): string | null {
  const { hash, pathname } = window.location;
  const brought = isKey(hash.slice(1)) ? hash.slice(1) : null;
  if (brought === null) return sessionStorage.getItem(kept);
  window.history.replaceState(window.history.state, '', pathname);
  keepKey(brought);
  return brought;
}

export const keepKey = (key: string): void => sessionStorage.setItem(kept, key);
export const forgetKey = (): void => sessionStorage.removeItem(kept);
