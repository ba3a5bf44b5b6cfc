/**
 * An error meant for the person at the terminal: what happened, what it means, what to do. It is printed as its message,
 * without a stack; every other error is a fault of ours and keeps its stack.
 */
export class Remedy extends Error {
  name = 'Remedy';
}

/** The text to print for an error that ends a command. */
export function explain(error) {
  if (error instanceof Remedy) return error.message;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
