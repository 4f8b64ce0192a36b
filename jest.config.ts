/** @jest-config-loader esbuild-register */
import { existsSync } from 'node:fs';
import { join } from 'node:path';

import type { Config } from 'jest';

import chromiumPath from './scripts/chromium.cjs';

const chromium = chromiumPath();
// Workers inherit it, so that a journey asks CHROME_PATH and nothing else.
if (chromium) process.env['CHROME_PATH'] = chromium;

/** Of the checkout, so that a fresh one is fresh. */
const CACHE = join(__dirname, '.cache/jest');

type Project = Exclude<NonNullable<Config['projects']>[number], string>;

function project(displayName: string, testMatch: string[]): Project {
  return {
    displayName,
    rootDir: __dirname,
    cacheDirectory: CACHE,
    testMatch: testMatch.map((pattern) => `<rootDir>/${pattern}`),
    testPathIgnorePatterns: ['/node_modules/', '<rootDir>/dist/'],
    modulePathIgnorePatterns: ['<rootDir>/dist/'],
    testEnvironment: '<rootDir>/scripts/jest/one-realm-environment.cjs',
    runtime: '<rootDir>/scripts/jest/shared-packages-runtime.cjs',
    setupFiles: ['reflect-metadata'],
    transform: { '\\.[cm]?[jt]s$': '@swc/jest' },
    transformIgnorePatterns: ['/node_modules/'],
    moduleNameMapper: {
      '^@desk/contracts$': '<rootDir>/libs/contracts/index.ts',
      '^@desk/platform/(.+)$': '<rootDir>/libs/platform/$1/index.ts',
      '^@desk/domains/([^/]+)$': '<rootDir>/libs/domains/$1/index.ts',
      '^@desk/domains/(.+)$': '<rootDir>/libs/domains/$1.ts',
      '^@desk/backend/(.+)$': '<rootDir>/libs/backend/$1.ts',
      // Its exports offer no entry to a require.
      '^file-type$': '<rootDir>/node_modules/file-type/index.js',
    },
  };
}

const SERVER_LIBS = 'libs/{contracts,platform,domains,backend}/**';
const webConfig = join(__dirname, 'libs/web/jest.config.ts');

/** Set by `npm run test:scaled`: the same tests on a server's database, and with a Redis where that is set too. */
const scaled = process.env['TEST_DATABASE_URL'] !== undefined;

/** They start servers of their own and need no address. */
const DRILLS = project('drills', ['test/drills/**/*.drill-spec.ts']);

const EMBEDDED = [
  project('unit', [`${SERVER_LIBS}/*.spec.ts`, `${SERVER_LIBS}/*.{db,sqlite}-spec.ts`]),
  project('contract', ['test/contract/**/*.spec.ts']),
  project('api', ['test/api/**/*.e2e-spec.ts']),
  project('faults', ['test/faults/**/*.fault-spec.ts']),
  ...(existsSync(webConfig) ? [webConfig] : []),
  ...(chromium ? [project('journeys', ['test/web/**/*.journey-spec.ts'])] : []),
  ...(process.env['DESK_TEST_TIER'] === 'soak' ? [DRILLS] : []),
];

const SCALED = [
  project('stores', [`${SERVER_LIBS}/*.db-spec.ts`]),
  project('schema', ['test/contract/schema.spec.ts']),
  project('api', ['test/api/**/*.e2e-spec.ts']),
  ...(process.env['TEST_REDIS_URL'] === undefined
    ? []
    : [
        project('redis', [`${SERVER_LIBS}/*.redis-spec.ts`]),
        project('processes', ['test/scaled/**/*.scaled-spec.ts']),
        DRILLS,
      ]),
];

const config: Config = {
  rootDir: __dirname,
  maxWorkers: 2,
  testSequencer: '<rootDir>/scripts/long-tests-first.cjs',
  passWithNoTests: true,
  // For all, because jest does not look at a project's own. Generous: the machine may be busy.
  testTimeout: 120_000,
  reporters: ['default', '<rootDir>/scripts/closing-line-reporter.cjs'],
  projects: scaled ? SCALED : EMBEDDED,
};

export default config;
