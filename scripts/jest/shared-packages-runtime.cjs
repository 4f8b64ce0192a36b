const { createRequire } = require('node:module');
const { sep } = require('node:path');
const { Script } = require('node:vm');

const { default: Runtime } = require('jest-runtime');

const PACKAGES = `${sep}node_modules${sep}`;
/** Keeps what a file has registered in itself, and no other package loads it. */
const OF_EACH_FILE = `${PACKAGES}prom-client${sep}`;
const requirePackage = createRequire(__filename);

/** Compiled once a worker: each test file runs our sources anew, but they are the same texts. */
const compiled = new Map();

/**
 * A test file loads our own sources for itself, and third-party packages from the worker process, which loads each once:
 * evaluating Nest, TypeORM and Fastify again for every file was most of the tests' time. See docs/adr/0009. Belongs to
 * `one-realm-environment.cjs`: packages and sources have to mean the same `Error` and the same `Array`.
 */
module.exports = class SharedPackagesRuntime extends Runtime {
  constructor(...args) {
    super(...args);
    // jest would compile into the context of the environment, and there is none.
    this.executor.compile = (source, filename) =>
      compile(source, filename, this.executor.injectedModuleParameters);
  }

  requireModule(from, name, options, isActual) {
    const path = options?.isInternalModule ? undefined : this.#pathInPackages(from, name);
    return path === undefined ? super.requireModule(from, name, options, isActual) : requirePackage(path);
  }

  #pathInPackages(from, name) {
    if (name === undefined) return from.includes(PACKAGES) ? from : undefined;
    if (this._resolution.isCoreModule(name)) return undefined;
    const path = this._resolution.resolveCjs(from, name);
    return path.includes(PACKAGES) && !path.includes(OF_EACH_FILE) ? path : undefined;
  }
};

function compile(source, filename, parameters) {
  const known = compiled.get(filename);
  if (known?.source === source) return known.script.runInThisContext();
  // On the first line, so that the lines of a stack are those of the source.
  const script = new Script(`(function (${parameters.join(', ')}) {${source}\n})`, { filename });
  compiled.set(filename, { source, script });
  return script.runInThisContext();
}
