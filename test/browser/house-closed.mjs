/** Jest's word for what comes after all files. */
export default async function close() {
  await globalThis.closeHouse?.();
}
