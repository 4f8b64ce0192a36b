/** @jest-config-loader esbuild-register */
import { join } from 'node:path';

import type { Config } from 'jest';
import presets from 'jest-preset-angular/presets';

const root = join(__dirname, '../..');

const config: Config = {
  ...presets.createCjsPreset({ tsconfig: join(__dirname, 'tsconfig.json') }),
  // The presets compile .mjs only; this one is an ES module by another name.
  transformIgnorePatterns: ['/node_modules/(?!(.*\\.mjs$|@jsverse/utils/))'],
  displayName: 'web',
  rootDir: root,
  cacheDirectory: join(root, '.cache/jest'),
  roots: ['<rootDir>/libs/web', '<rootDir>/apps/console', '<rootDir>/apps/portal'],
  testMatch: ['**/*.spec.ts'],
  setupFilesAfterEnv: ['<rootDir>/libs/web/jest.setup.ts'],
  moduleNameMapper: {
    '^@desk/contracts$': '<rootDir>/libs/contracts/index.ts',
    '^@desk/web/([^/]+)$': '<rootDir>/libs/web/$1/index.ts',
  },
};

export default config;
