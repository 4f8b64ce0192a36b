const { isBuiltin } = require('node:module');
const { join } = require('node:path');

const esbuild = require('esbuild');

/** Stay in node_modules: native, with files of their own beside them, an ES module, or wanted by a scaled desk alone. */
const LEFT_OUT = [
  '@node-rs/argon2',
  'better-sqlite3',
  'bull',
  'file-type',
  'ioredis',
  'mysql2',
  'sharp',
  'swagger-ui-dist',
];

/** What packages offer to work with, and what nobody here asks of them; most of it is not installed. */
const NEVER_ASKED = [
  '@fastify/view',
  '@nestjs/microservices',
  '@nestjs/platform-express',
  'class-transformer/storage',
  'prettier',
  'typescript',
];

const OURS = /^(@desk\/|[./])/;
const FILE = 'packages.js';

/**
 * Third-party packages as one file beside the application: reading some two thousand files and their source maps was
 * about a third of a start, and half of a short command. See docs/adr/0010. Each package in it is still evaluated only when something asks for it.
 */
module.exports = class PackagesBundle {
  #wanted = new Set();

  /** For webpack's `externals`. */
  external = ({ request }, decide) => {
    if (OURS.test(request) || isBuiltin(request)) return decide();
    if (LEFT_OUT.some((name) => request === name || request.startsWith(`${name}/`)))
      return decide(null, `commonjs ${request}`);
    this.#wanted.add(request);
    return decide(null, `var require('./${FILE}')[${JSON.stringify(request)}]()`);
  };

  apply(compiler) {
    compiler.hooks.afterEmit.tapPromise('PackagesBundle', ({ outputOptions }) =>
      this.#write(outputOptions.path),
    );
  }

  async #write(folder) {
    const loaders = [...this.#wanted].sort().map((name) => {
      const text = JSON.stringify(name);
      return `${text}: () => require(${text}),`;
    });
    await esbuild.build({
      stdin: { contents: `module.exports = {\n${loaders.join('\n')}\n};\n`, resolveDir: __dirname },
      outfile: join(folder, FILE),
      bundle: true,
      platform: 'node',
      format: 'cjs',
      target: 'node20',
      external: [...LEFT_OUT, ...NEVER_ASKED],
      logLevel: 'warning',
    });
  }
};
