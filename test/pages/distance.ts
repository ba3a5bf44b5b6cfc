import type { Page } from 'playwright-core';

/** A request of a page to the media node, when it left the page. UTC milliseconds. */
export type Asked = { name: string; at: number };

// Socket.IO: `42/media,<id>["createTransport",{…}]` asks.
const asks = /^42\/media,\d+\["(\w+)"/;

/**
 * Puts a page so far from the media node that a request and its answer take `thereAndBackMs`, and writes down what the page asks. To be
 * called before the page is opened. On one machine a question costs next to nothing, so only this shows what waits for an answer in vain.
 */
export async function farFromMedia(page: Page, { media, thereAndBackMs }: { media: string; thereAndBackMs: number }): Promise<Asked[]> {
  const asked: Asked[] = [];
  const later = (go: () => void) => { setTimeout(go, thereAndBackMs / 2); };
  const { host } = new URL(media);
  await page.routeWebSocket((url) => url.host === host, (near) => {
    const far = near.connectToServer();
    near.onMessage((said) => {
      const [, name] = asks.exec(String(said)) ?? [];
      if (name) asked.push({ name, at: Date.now() });
      later(() => { far.send(said); });
    });
    far.onMessage((said) => { later(() => { near.send(said); }); });
  });
  return asked;
}
