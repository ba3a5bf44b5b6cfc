import type { MediaNodes } from '@yaji/messaging';
import type { WorkerPool } from '../workers/worker-pool.ts';

const everyMs = 2_000;

/** Tells the others, every two seconds, that this node lives and how busy it is. Returns how to take leave. */
export function announceNode(nodes: MediaNodes, pool: WorkerPool, node: { nodeId: string; url: string }): () => Promise<void> {
  const announce = (): void => {
    const load = Math.max(0, ...pool.all.map(({ cpu }) => cpu));
    void nodes.announce({ ...node, load });
  };
  announce();
  const announcing = setInterval(announce, everyMs);
  return async () => {
    clearInterval(announcing);
    await nodes.withdraw(node.nodeId);
  };
}
