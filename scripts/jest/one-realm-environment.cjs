const { ModernFakeTimers } = require('@jest/fake-timers');
const { defaultMetadataStorage } = require('class-transformer/cjs/storage');
const { ModuleMocker } = require('jest-mock');

/**
 * Tests run in the realm of the worker process itself, so that they can share the packages which it has loaded. What a file
 * leaves in there is taken back when it ends. See docs/adr/0009.
 */
module.exports = class OneRealmEnvironment {
  #begin = remember();

  constructor({ projectConfig: config }) {
    const global = globalThis;
    this.global = global;
    this.moduleMocker = new ModuleMocker(global);
    this.fakeTimersModern = new ModernFakeTimers({ config, global });
  }

  async setup() {}

  async teardown() {
    this.fakeTimersModern.dispose();
    takeBack(this.#begin);
    // The other registries of decorators are globals.
    defaultMetadataStorage.clear();
  }

  exportConditions() {
    return ['node', 'node-addons'];
  }

  /** jest asks whether there is one; nothing is run in it. */
  getVmContext() {
    return this.global;
  }
};

function remember() {
  return {
    globals: Object.getOwnPropertyDescriptors(globalThis),
    variables: { ...process.env },
    // jest puts another in its place for each file.
    exit: process.exit,
  };
}

function takeBack({ globals, variables, exit }) {
  for (const key of Reflect.ownKeys(globalThis)) {
    const before = globals[key];
    if (before === undefined) Reflect.deleteProperty(globalThis, key);
    else if ('value' in before && !Object.is(before.value, globalThis[key])) globalThis[key] = before.value;
  }
  for (const name of Object.keys(process.env)) if (!(name in variables)) delete process.env[name];
  Object.assign(process.env, variables);
  process.exit = exit;
}
