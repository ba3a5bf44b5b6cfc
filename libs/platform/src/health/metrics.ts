import { collectDefaultMetrics, Registry } from 'prom-client';

/** What this app counts: Node's own figures with the event loop's lag, and what its parts register here. */
export function createMetrics(app: string): Registry {
  const metrics = new Registry();
  metrics.setDefaultLabels({ app });
  collectDefaultMetrics({ register: metrics });
  return metrics;
}
