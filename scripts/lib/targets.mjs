import { existsSync } from 'node:fs';
import { join } from 'node:path';

import { root } from './root.mjs';

const SERVER = {
  sources: ['libs/contracts', 'libs/platform', 'libs/domains', 'libs/backend'],
  settings: [
    'package-lock.json',
    'tsconfig.json',
    'nest-cli.json',
    'webpack.config.js',
    'scripts/lib/packages-bundle.cjs',
    '.swcrc',
  ],
};
const WEB = {
  sources: ['libs/contracts', 'libs/web'],
  settings: ['package-lock.json', 'tsconfig.web.json', 'angular.json'],
};

function server(name) {
  return {
    name,
    program: 'nest',
    args: ['build', name],
    output: `dist/apps/${name}/main.js`,
    inputs: [`apps/${name}`, ...SERVER.sources, ...SERVER.settings],
  };
}

function web(name) {
  return {
    name,
    program: 'ng',
    args: ['build', name],
    output: `dist/web/${name}/index.html`,
    inputs: [`apps/${name}`, ...WEB.sources, ...WEB.settings],
  };
}

/** Everything that can be built here, what it is built from and the file that shows that it was. */
export const targets = [server('api'), server('worker'), server('cli'), web('console'), web('portal')].filter(
  ({ name }) => existsSync(join(root, `apps/${name}/src/main.ts`)),
);
