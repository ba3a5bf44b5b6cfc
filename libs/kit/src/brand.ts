declare const brand: unique symbol;

/** A `T` that only one door hands out: a room's id is no participant's id, although both are strings. */
export type Brand<T, Name extends string> = T & { readonly [brand]: Name };
