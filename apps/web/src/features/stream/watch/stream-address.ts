/** The same address under another pass: a list names its parts by the pass that it was asked for with, which may be over meanwhile. */
export function withPassOf(address: string, current: string): string {
  const pass = /\/stream\/([^/]+)\//.exec(current)?.[1];
  return pass === undefined ? address : address.replace(/\/stream\/[^/]+\//, `/stream/${pass}/`);
}

/** Whether both come from the same media node. */
export const isSameNode = (one: string, other: string): boolean => new URL(one).origin === new URL(other).origin;
