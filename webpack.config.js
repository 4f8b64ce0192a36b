const { existsSync } = require('node:fs');
const { dirname, join, relative, resolve } = require('node:path');

const { TsconfigPathsPlugin } = require('tsconfig-paths-webpack-plugin');

const PackagesBundle = require('./scripts/lib/packages-bundle.cjs');

/** Entries beside main.ts, built into the same folder where an application has them. */
const FURTHER_ENTRIES = ['openapi'];

/**
 * `nest build api|worker|cli` calls this with Nest's defaults for that application.
 * .swcrc says how TypeScript is compiled; our own code becomes dist/apps/<application>/<entry>.js, packages become
 * packages.js beside it. Types are checked by `npm run types`, so a build does not wait for them.
 */
module.exports = (nest) => {
  const main = resolve(nest.entry);
  const source = dirname(main);
  const output = join(__dirname, 'dist', relative(__dirname, dirname(source)));
  const packages = new PackagesBundle();
  const entries = FURTHER_ENTRIES.filter((name) => existsSync(join(source, `${name}.ts`)));

  return {
    ...nest,
    entry: { main, ...Object.fromEntries(entries.map((name) => [name, join(source, `${name}.ts`)])) },
    output: {
      path: output,
      filename: '[name].js',
      clean: true,
      devtoolModuleFilenameTemplate: (module) => relative(output, module.absoluteResourcePath),
    },
    devtool: 'source-map',
    externals: [packages.external],
    module: {
      rules: [{ test: /\.ts$/, exclude: /node_modules/, use: 'swc-loader' }],
    },
    resolve: {
      extensions: ['.ts', '.js', '.json'],
      plugins: [new TsconfigPathsPlugin({ configFile: join(__dirname, 'tsconfig.json') })],
    },
    // Readable stack traces matter more than bytes on a server, and handlers are registered by class name.
    optimization: { nodeEnv: false, minimize: false },
    plugins: [packages],
  };
};
