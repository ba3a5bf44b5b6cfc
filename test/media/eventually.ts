/** Asks again until the expectation holds; its own failure is what is told after `withinMs`. */
export async function eventually(expectation: () => void | Promise<void>, withinMs = 20_000): Promise<void> {
  for (const began = Date.now(); ;) {
    try {
      return await expectation();
    } catch (failure) {
      if (Date.now() - began > withinMs) throw failure;
      await new Promise((resolve) => setTimeout(resolve, 25));
    }
  }
}
