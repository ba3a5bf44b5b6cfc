import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

type Launch = typeof import('../../infra/launch/index.mjs');
export type System = Awaited<ReturnType<Launch['launch']>>;
export type Fault = 'api' | 'media' | 'mediasoup' | 'worker' | 'redis' | 'postgres';

type Terminal = { line(text?: string): void };
type Found = Record<string, string | undefined>;
type Bootstrap = {
  toTest: unknown[];
  bootstrapContext(given: { terminal: Terminal; signal?: AbortSignal | undefined }): unknown;
  bootstrap(context: unknown, steps: unknown[]): Promise<Found>;
  foundEnvironment(found: Found): Record<string, string>;
};
type Terminals = { terminal(): Terminal; silent(): Terminal };
type Build = { build(around: { terminal: Terminal; signal?: AbortSignal | undefined }): Promise<void> };

// Loaded from where it stands: it finds the checkout by its own place, which a bundle would change.
const infra = <M>(file: string): Promise<M> => import(pathToFileURL(join(process.cwd(), 'infra', file)).href) as Promise<M>;

export type Preparing = { quiet?: boolean; signal?: AbortSignal | undefined };

/** Finds or fetches what a whole system with a browser needs and builds what has changed, as `npm test` does. What was found is put into the environment. */
export async function prepareGround({ quiet = false, signal }: Preparing = {}): Promise<void> {
  const { terminal: visible, silent } = await infra<Terminals>('ground/terminal.mjs');
  const { toTest, bootstrapContext, bootstrap, foundEnvironment } = await infra<Bootstrap>('bootstrap/index.mjs');
  const { build } = await infra<Build>('commands/build.mjs');
  const terminal = quiet ? silent() : visible();
  const found = await bootstrap(bootstrapContext({ terminal, signal }), toTest);
  Object.assign(process.env, foundEnvironment(found));
  await build({ terminal, signal });
}

export async function launchSystem(options: Parameters<Launch['launch']>[0]): Promise<System> {
  const { launch } = await infra<Launch>('launch/index.mjs');
  return launch(options);
}
