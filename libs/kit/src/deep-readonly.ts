type Untouchable = string | number | bigint | boolean | symbol | null | undefined | ((...args: never[]) => unknown);

/** The same shape, but nothing in it can be changed through this name, however deep. Branded ids stay as they are. */
export type DeepReadonly<T> = T extends Untouchable
  ? T
  : T extends ReadonlyMap<infer K, infer V>
    ? ReadonlyMap<DeepReadonly<K>, DeepReadonly<V>>
    : T extends ReadonlySet<infer V>
      ? ReadonlySet<DeepReadonly<V>>
      : { readonly [K in keyof T]: DeepReadonly<T[K]> };
