import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

// The checks of the house are only worth their time if they bite: a small house with one fault of each kind is put
// before them, under the very configurations that judge this one.
const root = process.cwd();
let house: string;

const files: Record<string, string> = {
  'libs/kit/src/index.ts': "export const one = 1;\nexport const nobodyAsks = 2;\nexport { three } from './three.ts';\n",
  'libs/kit/src/three.ts': 'export const three = 3;\n',
  'libs/salon/src/index.ts': "import { randomUUID } from 'node:crypto';\nimport { one } from '@yaji/kit';\nexport const id = (): string => `${one} ${randomUUID()}`;\n",
  'libs/salon/src/impure.ts': `
export const now = (): number => Date.now();
export const chance = (): number => Math.random();
export const today = (): Date => new Date();
export async function wait(): Promise<void> {
  await Promise.resolve();
}
export class Room {}
export const later = (work: () => void): unknown => setTimeout(work, 1);
export function refuse(): never {
  throw new Error('no');
}
`,
  'libs/salon/src/loose.ts': `
export const guess = (said: any): unknown => said;
export const first = (queue: string[]): string => queue[0]!;
export type Phase = 'open' | 'closed';
export function word(phase: Phase): string {
  switch (phase) {
    case 'open':
      return 'open';
  }
  return '';
}
export function swallow(work: () => void): void {
  try {
    work();
  } catch {
    work();
  }
}
`,
  'apps/web/src/main.tsx': "import { open } from '../../api/src/main.ts';\nimport { secret } from '../../../libs/kit/src/secret.ts';\nconsole.log(open, secret);\n",
  'libs/kit/src/secret.ts': "import { one } from './index.ts';\nexport const secret = one;\n",
  'apps/api/src/main.ts': "import { id } from '@yaji/salon';\nexport const open = id();\n",
  'package.json': '{ "name": "house", "type": "module", "private": true }\n',
};

function judge(...args: string[]): Promise<string> {
  return new Promise((resolve) => {
    const env = { ...process.env, NODE_OPTIONS: '', NO_COLOR: '1' };
    execFile(process.execPath, args, { cwd: house, env }, (_refused, out, complaint) => resolve(out + complaint));
  });
}

beforeAll(async () => {
  house = await mkdtemp(join(tmpdir(), 'yaji-house-'));
  for (const [file, text] of Object.entries(files)) {
    await mkdir(dirname(join(house, file)), { recursive: true });
    await writeFile(join(house, file), text);
  }
  for (const file of ['tsconfig.json', 'apps/web/tsconfig.json', '.dependency-cruiser.cjs']) await cp(join(root, file), join(house, file));
  await symlink(join(root, 'node_modules'), join(house, 'node_modules'));
});

afterAll(() => rm(house, { recursive: true, force: true }));

describe('the dependency rules', () => {
  let said: string;
  beforeAll(async () => {
    const cruiser = join(root, 'node_modules/dependency-cruiser/bin/dependency-cruiser.mjs');
    said = await judge(cruiser, '--config', '.dependency-cruiser.cjs', '--no-cache', 'apps', 'libs');
  });

  it.each([
    ['salon-is-pure', 'libs/salon/src/index.ts → crypto'],
    ['apps-do-not-know-each-other', 'apps/web/src/main.tsx → apps/api/src/main.ts'],
    ['enter-a-library-by-its-front-door', 'apps/web/src/main.tsx → libs/kit/src/secret.ts'],
    ['no-orphans', 'libs/salon/src/impure.ts'],
  ])('report %s', (rule, where) => expect(said).toContain(`error ${rule}: ${where}`));
});

describe('the lint', () => {
  let said: string;
  beforeAll(async () => {
    const config = join(root, 'infra/tooling/eslint.config.mjs');
    said = await judge(join(root, 'node_modules/eslint/bin/eslint.js'), '--config', config, 'libs/salon');
  });

  it.each([
    'Time comes in with the stamp',
    'Chance comes in with the command',
    'The core does not wait',
    'The core is data and functions',
    'Refuse with a code',
    "Unexpected use of 'setTimeout'",
    'Unexpected any',
    'Forbidden non-null assertion',
    'Switch is not exhaustive',
    'A catch never swallows',
  ])('reports: %s', (words) => expect(said).toContain(words));
});

describe('the search for the dead', () => {
  it('reports exports that nobody asks for, and files that nobody reaches', async () => {
    const said = await judge(join(root, 'node_modules/knip/bin/knip.js'), '--config', join(root, 'infra/tooling/knip.json'));
    expect(said).toMatch(/nobodyAsks.*libs\/kit\/src\/index\.ts/);
    expect(said).toMatch(/libs\/salon\/src\/impure\.ts/);
    expect(said).not.toMatch(/\bone\b.*libs\/kit/);
  });
});
