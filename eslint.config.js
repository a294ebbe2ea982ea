import tseslint from 'typescript-eslint';

/** Rooms whose arithmetic must give the same bits in every JavaScript engine (docs/adr/0004). */
const EXACT_ROOMS = ['hex', 'engine', 'policy', 'scenario', 'engage', 'record'];
const EXACT_MATH = 'floor|ceil|trunc|round|abs|min|max|sign|imul|clz32|sqrt|fround';
const ROOMS =
  'hex|engine|policy|scenario|engage|record|experiment|picture|protocol|host|server|cli|web';

const exactSyntax = [
  {
    selector: `MemberExpression[object.name='Math']:not([property.name=/^(${EXACT_MATH})$/])`,
    message: 'Not exact in every JavaScript engine: take it from engine/math.ts (docs/adr/0004).',
  },
  {
    selector: ":matches(BinaryExpression[operator='**'], AssignmentExpression[operator='**='])",
    message: 'Powers differ between JavaScript engines: multiply, or use pow from engine/math.ts.',
  },
  {
    selector: 'ForInStatement',
    message: 'The order of for-in is not written down: iterate over a list.',
  },
  {
    selector: 'CallExpression[callee.property.name=/^(localeCompare|toLocale.*)$/]',
    message: 'Depends on the platform: compare by UTF-16 code units, format by hand.',
  },
];

const KNOCKOUT_NAME = '[name=/knock-?out/i]';
const noKnockouts = {
  selector: [
    `:matches(IfStatement, ConditionalExpression) > Identifier.test${KNOCKOUT_NAME}`,
    `:matches(IfStatement, ConditionalExpression) > .test Identifier${KNOCKOUT_NAME}`,
  ].join(', '),
  message: 'A knock-out is a patch of data, never a branch in the model (docs/adr/0008).',
};

export default tseslint.config(
  { ignores: ['dist/', 'node_modules/', 'results/', 'coverage/'] },
  {
    files: ['**/*.ts'],
    extends: [tseslint.configs.strictTypeChecked, tseslint.configs.stylisticTypeChecked],
    languageOptions: {
      parserOptions: { project: './test/tsconfig.json', tsconfigRootDir: import.meta.dirname },
    },
    rules: {
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true },
      ],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      '@typescript-eslint/no-unnecessary-condition': [
        'error',
        { allowConstantLoopConditions: true },
      ],
      // Typed arrays read as `number | undefined`; an index that compile made is known to be good.
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/non-nullable-type-assertion-style': 'off',
      // Inner loops run over indices that several arrays share.
      '@typescript-eslint/prefer-for-of': 'off',
      // One type parameter used once documents a relation between a kind and its data.
      '@typescript-eslint/no-unnecessary-type-parameters': 'off',
      // Spreading a text gives its code points, which is what is meant.
      '@typescript-eslint/no-misused-spread': ['error', { allow: ['string'] }],
      eqeqeq: 'error',
      'no-restricted-imports': [
        'error',
        {
          patterns: [
            {
              regex: `^(\\.\\./)+(${ROOMS})/(?!index\\.ts$)`,
              message: 'Another room is entered through its index.ts only (ARCHITECTURE.md).',
            },
          ],
        },
      ],
    },
  },
  {
    files: EXACT_ROOMS.map((room) => `src/${room}/**/*.ts`),
    ignores: ['**/*.test.ts'],
    rules: {
      'no-restricted-syntax': ['error', ...exactSyntax, noKnockouts],
      'no-restricted-globals': [
        'error',
        ...['Date', 'Intl', 'process', 'console', 'performance', 'crypto', 'fetch'].map((name) => ({
          name,
          message: 'The model has no clock, no platform and no output (ARCHITECTURE.md).',
        })),
        ...['setTimeout', 'setInterval', 'queueMicrotask'].map((name) => ({
          name,
          message: 'The model is synchronous (ARCHITECTURE.md).',
        })),
      ],
    },
  },
  {
    // Pictures are strings that must be equal on every machine.
    files: ['src/picture/**/*.ts'],
    ignores: ['**/*.test.ts'],
    rules: {
      'no-restricted-globals': [
        'error',
        'Date',
        'Intl',
        'process',
        'console',
        'document',
        'window',
      ],
    },
  },
  {
    files: ['test/**/*.ts', '**/*.test.ts', 'vitest.config.ts'],
    rules: {
      // Tests reach into rooms, and take values apart that they have just made.
      'no-restricted-imports': 'off',
      '@typescript-eslint/no-empty-function': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-argument': 'off',
    },
  },
  {
    files: ['**/*.js', '**/*.mjs'],
    extends: [tseslint.configs.base, tseslint.configs.disableTypeChecked],
    rules: { eqeqeq: 'error', 'no-var': 'error', 'prefer-const': 'error' },
  },
);
