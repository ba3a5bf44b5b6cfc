import { fileURLToPath } from 'node:url';

const rootDir = fileURLToPath(new URL('../..', import.meta.url));

const swc = {
  jsc: {
    target: 'es2024',
    parser: { syntax: 'typescript', tsx: true, decorators: true },
    transform: { legacyDecorator: true, decoratorMetadata: true, react: { runtime: 'automatic' } },
    // Node loads a JSON module only where the import still says `with { type: 'json' }`.
    experimental: { keepImportAttributes: true },
  },
  module: { type: 'es6' },
  sourceMaps: 'inline',
};

const project = (name, suffixes, more = {}) => ({
  rootDir,
  displayName: name,
  roots: ['<rootDir>/apps', '<rootDir>/libs', '<rootDir>/test', '<rootDir>/infra'],
  testEnvironment: 'node',
  testMatch: suffixes.map((suffix) => `**/*.${suffix}.spec.{ts,tsx}`),
  extensionsToTreatAsEsm: ['.ts', '.tsx'],
  moduleNameMapper: {
    '^@yaji/([^/]+)$': '<rootDir>/libs/$1/src/index.ts',
    '\\.(css|svg|woff2)$': '<rootDir>/infra/tooling/empty-asset.mjs',
  },
  transform: { '^.+\\.tsx?$': ['@swc/jest', swc] },
  cacheDirectory: '<rootDir>/node_modules/.cache/jest',
  ...more,
});

export default {
  rootDir,
  projects: [
    project('unit', ['unit', 'law']),
    project('int', ['int']),
    // What takes minutes: not part of npm test.
    project('long', ['long']),
    project('e2e', ['e2e'], {
      globalSetup: '<rootDir>/test/browser/one-house.mjs',
      globalTeardown: '<rootDir>/test/browser/house-closed.mjs',
    }),
  ],
  passWithNoTests: true,
  // Every file brings its own services on free ports. Journeys, with a dozen pages each, are run one by one all the same (package.json).
  maxWorkers: 2,
  testSequencer: '<rootDir>/infra/tooling/measured-last.mjs',
  testTimeout: 120_000,
};
