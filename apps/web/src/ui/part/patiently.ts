/**
 * Pauses between tries while there is a network, milliseconds: longer together than a server takes to start again. A file that cannot be had after
 * the last is gone.
 */
const pausesMs = [700, 1_400, 2_800, 5_600, 8_000, 8_000, 8_000];

/** Resolves when the network is back, with whether it never left: then after the pause. */
const breath = async (pauseMs: number): Promise<boolean> => {
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
 * Loads until it succeeds. A time without network is waited for, however long; with one, for half a minute.
 * @throws what `load` threw last.
 */
export async function patiently<T>(load: () => Promise<T>, wait: (pauseMs: number) => Promise<boolean> = breath): Promise<T> {
  for (let failed = 0; ;) {
    try {
      return await load();
    } catch (error) {
      const pauseMs = pausesMs[failed];
      if (pauseMs === undefined) throw error;
      if (await wait(pauseMs)) failed += 1;
      restyle(error);
    }
  }
}
