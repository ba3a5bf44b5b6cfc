/** Ends an exhaustive `switch`: the compiler refuses the call while a case is missing, and what slips past it at run time is a bug. */
export function assertNever(value: never): never {
  throw new Error(`not foreseen: ${JSON.stringify(value)}`);
}
