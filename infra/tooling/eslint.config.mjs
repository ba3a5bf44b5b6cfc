import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';

const SPECS = ['**/*.spec.ts', '**/*.spec.tsx'];
const PURE = ['libs/{kit,contracts,salon,chronicle,media-plan}/src/**/*.ts'];

const swallow = {
  selector: 'CatchClause[param=null]',
  message: 'A catch never swallows: name the error and use it.',
};
const namesThatSayNothing = {
  selector:
    ':matches(ClassDeclaration, FunctionDeclaration, TSTypeAliasDeclaration, TSInterfaceDeclaration)[id.name=/([Mm]anager|[Hh]elpers?|[Uu]tils?|Common|Base)$/]',
  message: 'Name it after what it does.',
};
const interfacePrefix = {
  selector: 'TSInterfaceDeclaration[id.name=/^I[A-Z][a-z]/]',
  message: 'Types have no prefix: Floor, not IFloor.',
};
const everywhere = [swallow, namesThatSayNothing, interfacePrefix];

const sizes = {
  complexity: ['error', { max: 12, variant: 'modified' }],
  'max-lines': ['error', { max: 300 }],
  'max-lines-per-function': ['error', { max: 60 }],
  'max-params': ['error', { max: 4 }],
  'max-depth': ['error', { max: 3 }],
};

const habits = {
  eqeqeq: ['error', 'always'],
  'no-empty': 'error',
  'no-var': 'error',
  'prefer-const': 'error',
  'object-shorthand': 'error',
  'no-warning-comments': ['error', { terms: ['todo', 'fixme', 'xxx', 'hack'], location: 'start' }],
  'no-restricted-syntax': ['error', ...everywhere],
};

const typed = {
  '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'separate-type-imports', disallowTypeAnnotations: false }],
  '@typescript-eslint/consistent-type-exports': 'error',
  '@typescript-eslint/no-import-type-side-effects': 'error',
  '@typescript-eslint/switch-exhaustiveness-check': [
    'error',
    { considerDefaultExhaustiveForUnions: true, requireDefaultForNonUnion: true },
  ],
  '@typescript-eslint/no-unused-vars': ['error', { caughtErrors: 'all', argsIgnorePattern: '^_', ignoreRestSiblings: true }],
  '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true, allowBoolean: true }],
  // A Nest module is a class with nothing in it but its decorator.
  '@typescript-eslint/no-extraneous-class': ['error', { allowWithDecorator: true }],
  // `return applyFloor(…)` in a switch of void cases is the short form of an honest reducer.
  '@typescript-eslint/no-confusing-void-expression': 'off',
  '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { attributes: false } }],
  // Nest types its plain option objects as classes.
  '@typescript-eslint/no-unsafe-class-instance-assignment': 'off',
  // Adapters implement promised ports with code that happens not to wait.
  '@typescript-eslint/require-await': 'off',
};

export default tseslint.config(
  { ignores: ['**/node_modules/**', '**/dist/**', '**/coverage/**', '.yaji/**'] },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  {
    files: ['**/*.ts', '**/*.tsx'],
    extends: [...tseslint.configs.strictTypeChecked],
    // The house that is judged is the one stood in, wherever this file lies.
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: process.cwd() } },
    rules: { ...sizes, ...habits, ...typed },
  },
  {
    files: ['**/*.mjs', '**/*.cjs', '**/*.js'],
    languageOptions: { ecmaVersion: 'latest' },
    rules: {
      ...sizes,
      ...habits,
      // A script asks the machine questions whose honest answer is a failure; there `catch {` is an answer.
      'no-restricted-syntax': ['error', namesThatSayNothing],
      'no-unused-vars': ['error', { caughtErrors: 'all', argsIgnorePattern: '^_' }],
    },
  },
  {
    files: ['{apps,libs}/**/*.ts', '{apps,libs}/**/*.tsx'],
    rules: { 'no-console': 'error' },
  },
  {
    // Libraries hand out records of functions, which have no `this` to lose.
    files: ['libs/**/*.ts'],
    rules: { '@typescript-eslint/unbound-method': 'off' },
  },
  {
    files: ['apps/{api,media,worker}/**/*.ts', 'libs/**/*.ts'],
    ignores: ['libs/platform/**', ...SPECS],
    rules: {
      'no-restricted-properties': [
        'error',
        { object: 'process', property: 'env', message: 'The environment is read and validated in libs/platform.' },
      ],
    },
  },
  {
    files: PURE,
    ignores: SPECS,
    rules: {
      'no-restricted-globals': [
        'error',
        ...['process', 'console', 'setTimeout', 'setInterval', 'setImmediate', 'queueMicrotask', 'fetch'],
        ...['crypto', 'performance', 'window', 'document', 'globalThis'],
      ],
      'no-restricted-properties': [
        'error',
        { object: 'Date', property: 'now', message: 'Time comes in with the stamp.' },
        { object: 'Math', property: 'random', message: 'Chance comes in with the command.' },
      ],
      'no-restricted-syntax': [
        'error',
        ...everywhere,
        { selector: "NewExpression[callee.name='Date'][arguments.length=0]", message: 'Time comes in with the stamp.' },
        { selector: "CallExpression[callee.name='Date']", message: 'Time comes in with the stamp.' },
        {
          selector: ':matches(FunctionDeclaration, FunctionExpression, ArrowFunctionExpression)[async=true]',
          message: 'The core does not wait.',
        },
        { selector: 'ThrowStatement', message: 'Refuse with a code; only assertNever throws.' },
        { selector: ':matches(ClassDeclaration, ClassExpression)', message: 'The core is data and functions.' },
      ],
    },
  },
  {
    // The one place of the core that throws: a case nobody foresaw is a bug.
    files: ['libs/kit/src/assert-never.ts'],
    rules: { 'no-restricted-syntax': ['error', ...everywhere] },
  },
  {
    files: ['libs/contracts/src/**/*.ts'],
    ignores: SPECS,
    rules: { 'max-lines': ['error', { max: 120 }] },
  },
  {
    files: ['apps/web/**/*.tsx'],
    extends: [reactHooks.configs.flat['recommended-latest']],
    rules: {
      'max-lines-per-function': ['error', { max: 150 }],
      'no-restricted-imports': ['error', { paths: [{ name: 'react', importNames: ['lazy'], message: 'Use part(): it waits for a lost network.' }] }],
    },
  },
  {
    // A suite is a list of sentences: long as a list may be, and free with the doubles it hands in.
    files: [...SPECS, 'test/**/*.ts', 'libs/*/test/**/*.ts'],
    rules: {
      'max-lines-per-function': 'off',
      'no-console': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/unbound-method': 'off',
    },
  },
);
