import { existsSync } from 'node:fs';

import angular from 'angular-eslint';
import tseslint from 'typescript-eslint';

import { driverHomes } from './eslint/driver-homes.mjs';
import { desk } from './eslint/plugin.mjs';

/** Who knows whom: a domain may import those below it. The rule `desk/downhill` is generated from this order. */
const LADDER = ['reports', 'automation', 'notifications', 'sla', 'livechat', 'tickets', 'kb', 'accounts'];

/** What only computes, so that a model may use it: whole packages, or the named parts of one. */
const PURE = { uuidv7: '*', 'temporal-polyfill': '*', 'node:net': ['BlockList', 'isIP', 'isIPv4', 'isIPv6'] };

const WEB = ['apps/console/**', 'apps/portal/**', 'libs/web/**'];
const SPECS = [
  '**/*.spec.ts',
  '**/*.db-spec.ts',
  '**/*.sqlite-spec.ts',
  '**/*.redis-spec.ts',
  '**/*.contract.ts',
  '**/*.e2e-spec.ts',
  '**/*.journey-spec.ts',
  '**/*.drill-spec.ts',
];
const LISTS = ['**/migrations/**', '**/*.migration.ts', 'libs/backend/demo/content/**'];

const lines = (max) => ({ 'max-lines': ['error', { max, skipBlankLines: true, skipComments: true }] });

export default tseslint.config(
  {
    ignores: [
      '**/node_modules/**',
      'dist/**',
      'coverage/**',
      'data/**',
      '.cache/**',
      '.angular/**',
      'libs/web/api-client/**',
    ],
  },
  { linterOptions: { reportUnusedDisableDirectives: 'error', noInlineConfig: true } },
  {
    files: ['**/*.ts'],
    extends: [...tseslint.configs.strictTypeChecked],
    languageOptions: {
      parserOptions: {
        project: ['tsconfig.json', 'libs/web/tsconfig.json', 'test/web/tsconfig.json'].filter((file) =>
          existsSync(new URL(file, import.meta.url)),
        ),
        tsconfigRootDir: import.meta.dirname,
      },
    },
    rules: {
      '@typescript-eslint/consistent-type-imports': [
        'error',
        { fixStyle: 'inline-type-imports', disallowTypeAnnotations: false },
      ],
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true, requireDefaultForNonUnion: false },
      ],
      // Modules, DTOs and tokens of Nest and Angular are classes that hold nothing but their decorators.
      '@typescript-eslint/no-extraneous-class': [
        'error',
        { allowWithDecorator: true, allowStaticOnly: true },
      ],
      '@typescript-eslint/restrict-template-expressions': [
        'error',
        { allowNumber: true, allowBoolean: true },
      ],
      '@typescript-eslint/no-confusing-void-expression': [
        'error',
        { ignoreArrowShorthand: true, ignoreVoidReturningFunctions: true },
      ],
      // A port's fake or a contract's default answers at once where the real thing waits.
      '@typescript-eslint/require-await': 'off',
      // Listeners and hooks take their event by shape; a leading underscore marks what only a signature asks for.
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
      // Angular Material's dialogs and snack bars take their configuration class as a literal.
      '@typescript-eslint/no-unsafe-class-instance-assignment': 'off',
      // A DTO is data in a class for its decorators' sake; spreading one, or a text into code points, is meant.
      '@typescript-eslint/no-misused-spread': 'off',
      // It believes that a field keeps its value over an await, and would refuse `while (this.again)`.
      '@typescript-eslint/no-unnecessary-condition': 'off',
      // What was stored as JSON is read back as the type that its caller names.
      '@typescript-eslint/no-unnecessary-type-parameters': 'off',
      'no-console': 'error',
      eqeqeq: 'error',
      ...lines(250),
    },
  },
  {
    files: ['apps/**/*.ts', 'libs/**/*.ts', 'test/**/*.ts'],
    plugins: { desk },
    rules: {
      'desk/downhill': ['error', { ladder: LADDER }],
      'desk/drivers': ['error', { homes: driverHomes }],
      'desk/front-door': 'error',
      'desk/http-at-the-edge': 'error',
      'desk/layers': 'error',
      'desk/neighbours': 'error',
      'desk/pure-model': ['error', { pure: PURE }],
      'desk/typeorm-at-home': 'error',
    },
  },
  {
    files: ['apps/**/*.ts', 'libs/**/*.ts'],
    ignores: ['libs/platform/config/**', ...SPECS],
    rules: {
      'no-restricted-properties': [
        'error',
        { object: 'process', property: 'env', message: 'Only libs/platform/config reads the environment.' },
      ],
    },
  },
  {
    files: ['libs/**/*.ts'],
    ignores: WEB.map((folder) => `${folder}/*.ts`),
    rules: {
      'no-restricted-imports': [
        'error',
        {
          name: '@nestjs/common',
          importNames: ['All', 'Delete', 'Patch', 'Post', 'Put'],
          message: 'Routes that write take theirs from @desk/platform/http.',
        },
      ],
    },
  },
  {
    // Where a person reads what the process prints: the command line and the bench.
    files: ['apps/cli/**/*.ts', 'test/bench/**/*.ts', 'apps/api/src/openapi.ts'],
    rules: { 'no-console': 'off' },
  },
  {
    files: WEB.map((folder) => `${folder}/*.ts`),
    extends: [...angular.configs.tsRecommended],
    processor: angular.processInlineTemplates,
    rules: {
      '@angular-eslint/component-selector': [
        'error',
        { type: 'element', prefix: 'desk', style: 'kebab-case' },
      ],
      '@angular-eslint/directive-selector': [
        'error',
        { type: 'attribute', prefix: 'desk', style: 'camelCase' },
      ],
      '@angular-eslint/component-class-suffix': 'off',
      '@angular-eslint/directive-class-suffix': 'off',
      '@angular-eslint/prefer-on-push-component-change-detection': 'error',
      '@angular-eslint/prefer-signals': 'error',
      '@angular-eslint/prefer-inject': 'error',
      '@angular-eslint/prefer-standalone': 'error',
      // Forms hand over bound methods such as Validators.required.
      '@typescript-eslint/unbound-method': 'off',
      ...lines(200),
    },
  },
  {
    files: WEB.map((folder) => `${folder}/*.html`),
    extends: [...angular.configs.templateRecommended, ...angular.configs.templateAccessibility],
    rules: {
      '@angular-eslint/template/prefer-control-flow': 'error',
      '@angular-eslint/template/button-has-type': 'error',
      'max-lines': ['error', { max: 150, skipBlankLines: true }],
    },
  },
  {
    files: SPECS,
    rules: {
      // supertest, jest matchers and parsed answers are loosely typed by nature.
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/unbound-method': 'off',
      ...lines(500),
    },
  },
  { files: LISTS, rules: { 'max-lines': 'off' } },
  {
    files: ['**/*.mjs', '**/*.cjs', '**/*.js'],
    rules: { 'no-unused-vars': 'error', 'no-unreachable': 'error', eqeqeq: 'error', ...lines(250) },
  },
);
