// The table of the house (CONTRIBUTING.md shows it to people; this file is the one that counts).
const mayStandOn = {
  kit: [],
  contracts: ['kit'],
  salon: ['kit', 'contracts'],
  chronicle: ['kit', 'contracts', 'salon'],
  'media-plan': ['kit', 'contracts', 'salon'],
  engine: ['kit', 'contracts', 'salon'],
  persistence: ['kit', 'contracts', 'engine', 'platform'],
  messaging: ['kit', 'contracts', 'engine', 'platform'],
  platform: ['kit'],
};

// What each library may take from npm. The first six touch nothing of Node's either.
const pureMayUse = { kit: [], contracts: ['zod'], salon: [], chronicle: [], 'media-plan': [], engine: [] };
const nest = ['@nestjs/[^/]+', 'reflect-metadata', 'rxjs'];
const shellMayUse = {
  persistence: [...nest, 'typeorm', 'pg', '@types/pg'],
  messaging: [...nest, 'ioredis', 'bullmq'],
  platform: [...nest, 'pino', 'pino-http', 'nestjs-pino', '@opentelemetry/[^/]+', 'prom-client', 'zod', 'jose', '@aws-sdk/[^/]+', 'csv-stringify'],
};

const NPM = ['npm', 'npm-dev', 'npm-optional', 'npm-peer', 'npm-bundled', 'npm-no-pkg', 'npm-unknown'];
const SPEC = '\\.spec\\.tsx?$';
const among = (packages) => packages.map((name) => `node_modules/${name}/`).join('|') || '^$';

const storeys = Object.entries(mayStandOn).map(([lib, below]) => ({
  name: `${lib}-stands-only-on-${below.join('-') || 'the-ground'}`,
  severity: 'error',
  // A rule is proved with whatever proves it: specs may reach for test/support and for the storeys above.
  from: { path: `^libs/${lib}/src`, pathNot: SPEC },
  to: { path: '^(libs|apps|test|infra)/', pathNot: `^libs/(${[lib, ...below].join('|')})/` },
}));

const pure = Object.entries(pureMayUse).map(([lib, packages]) => ({
  name: `${lib}-is-pure`,
  severity: 'error',
  from: { path: `^libs/${lib}/src`, pathNot: SPEC },
  to: { dependencyTypes: [...NPM, 'core'], pathNot: among(packages) },
}));

const shells = Object.entries(shellMayUse).map(([lib, packages]) => ({
  name: `${lib}-uses-only-its-own-packages`,
  severity: 'error',
  from: { path: `^libs/${lib}/src`, pathNot: SPEC },
  to: { dependencyTypes: NPM, pathNot: among(packages) },
}));

const asTypes = (name, from) => ({
  name,
  severity: 'error',
  from: { path: from, pathNot: SPEC },
  to: { path: '^libs/contracts/', dependencyTypesNot: ['type-only'] },
});

module.exports = {
  forbidden: [
    ...storeys,
    ...pure,
    ...shells,
    asTypes('salon-takes-contracts-as-types', '^libs/salon/src'),
    asTypes('web-takes-contracts-as-types', '^apps/web/'),
    {
      name: 'apps-do-not-know-each-other',
      severity: 'error',
      from: { path: '^apps/([^/]+)/' },
      to: { path: '^apps/', pathNot: '^apps/$1/' },
    },
    {
      name: 'web-sees-only-the-pure-storeys',
      severity: 'error',
      from: { path: '^apps/web/' },
      to: { path: '^libs/', pathNot: '^libs/(kit|contracts|salon)/' },
    },
    {
      name: 'web-runs-in-a-browser',
      severity: 'error',
      from: { path: '^apps/web/src/', pathNot: SPEC },
      to: { path: 'node_modules/(@nestjs/|typeorm/|pg/|ioredis/|bullmq/|mediasoup/|socket\\.io/|pino/|zod/)' },
    },
    {
      name: 'web-has-no-node',
      severity: 'error',
      from: { path: '^apps/web/src/', pathNot: SPEC },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'only-media-knows-mediasoup',
      severity: 'error',
      from: { path: '^(apps|libs)/', pathNot: '^apps/media/' },
      to: { path: 'node_modules/mediasoup/' },
    },
    {
      name: 'enter-a-library-by-its-front-door',
      severity: 'error',
      from: { path: '^(apps|libs)/([^/]+)/' },
      to: { path: '^libs/([^/]+)/src/', pathNot: ['^libs/[^/]+/src/index\\.ts$', '^libs/$2/'] },
    },
    { name: 'no-circular', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'no-orphans',
      severity: 'error',
      from: { orphan: true, path: '^(apps|libs)/', pathNot: ['main\\.tsx?$', '\\.d\\.ts$', SPEC, '\\.config\\.ts$'] },
      to: {},
    },
    { name: 'not-to-unresolvable', severity: 'error', from: {}, to: { couldNotResolve: true } },
  ],
  options: {
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)(dist|coverage)/' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'node', 'default', 'types'] },
    // It does not know this one of Node's own yet.
    builtInModules: { add: ['ffi', 'node:ffi'] },
    cache: { folder: 'node_modules/.cache/dependency-cruiser', strategy: 'content' },
  },
};
