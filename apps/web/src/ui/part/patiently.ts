/** So often a file is asked for while there is a network, before it counts as gone. */
const tries = 6;
const pauseMs = 700;

/** Resolves when the network is back, with whether it never left: then after a pause. */
const breath = async (): Promise<boolean> => {
  const online = navigator.onLine;
  await new Promise<unknown>((done) => {
    if (online) setTimeout(done, pauseMs);
    else window.addEventListener('online', done, { once: true });
  });
  return online;
};

/** The build's loader asks for the styles of a part once only; those that failed are put in again here. */
function restyle(error: unknown): void {
  const [, href] = /preload CSS for (\S+)/.exec(String(error)) ?? [];
  const link = href && document.querySelector(`link[href$="${CSS.escape(href)}"]`);
  if (link) link.replaceWith(link.cloneNode());
}

/**
 * Loads until it succeeds. A time without network is waited for, however long; with one, a few tries are enough.
 * @throws what `load` threw last.
 */
export async function patiently<T>(load: () => Promise<T>, wait: () => Promise<boolean> = breath): Promise<T> {
  for (let failed = 0; ;) {
    try {
      return await load();
    } catch (error) {
      if (await wait()) failed += 1;
      if (failed >= tries) throw error;
      restyle(error);
    }
  }
}
