import type { MediaNodes } from '@yaji/messaging';
import type { MediaNode } from './media-node.ts';

const everyMs = 2_000;

/** Tells the others, every two seconds, that this node lives, how busy it is and how many people it serves. Returns how to take leave. */
export function announceNode(nodes: MediaNodes, { pool, studios }: MediaNode, node: { nodeId: string; url: string }): () => Promise<void> {
  const announce = async (): Promise<void> => {
    const load = Math.max(0, ...pool.all.map(({ cpu }) => cpu));
    const people = (await studios.all()).reduce((sum, { sessions }) => sum + sessions.size, 0);
    await nodes.announce({ ...node, load, workers: pool.all.length, people });
  };
  void announce();
  const announcing = setInterval(() => void announce(), everyMs);
  return async () => {
    clearInterval(announcing);
    await nodes.withdraw(node.nodeId);
  };
}
