import type { MediaNodes } from '@yaji/messaging';

const everyMs = 5_000;

/** Where the media nodes are, for the pages' policy: the configured one, and those that have announced themselves. `stop` ends the watching. */
export function watchMediaOrigins(nodes: MediaNodes, mediaUrl: string): { origins: () => readonly string[]; stop: () => void } {
  const configured = new URL(mediaUrl).origin;
  let origins: readonly string[] = [configured];
  const look = async (): Promise<void> => {
    const listed = await nodes.list();
    if (listed !== 'unknown') origins = [...new Set([configured, ...listed.flatMap(({ url }) => (URL.canParse(url) ? new URL(url).origin : []))])];
  };
  void look();
  const timer = setInterval(() => void look(), everyMs);
  return { origins: () => origins, stop: () => { clearInterval(timer); } };
}
