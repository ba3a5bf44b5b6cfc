/** A frame with its instant, monotonic milliseconds. */
export type Taken = { readonly at: number; readonly key: boolean; readonly bytes: Buffer };
