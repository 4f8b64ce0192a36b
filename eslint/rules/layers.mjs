import { importRule } from '../import-rule.mjs';
import { isSpec } from '../places.mjs';

/** What each part of a domain may use of its own domain. `within` listeners are wired by the core module alone. */
const MAY_USE = {
  model: ['model'],
  store: ['store', 'model'],
  actions: ['actions', 'store', 'model'],
  within: ['within', 'actions', 'store', 'model'],
  module: ['within', 'actions', 'store', 'model'],
  http: ['http', 'module', 'actions', 'store', 'model'],
  work: ['work', 'module', 'actions', 'store', 'model'],
  index: ['module', 'actions', 'store', 'model'],
  root: [],
};

export const layers = importRule('a layer of a domain imports the layers before it', ({ from, to }) => {
  if (from.area !== 'domain') return undefined;
  if (from.layer === 'root' && !isSpec(from.path)) {
    return `A domain's root holds index.ts and ${from.domain}.module.ts only; this file belongs in a layer's folder.`;
  }
  if (to.own?.domain !== from.domain || to.alias || isSpec(from.path)) return undefined;
  if (MAY_USE[from.layer].includes(to.own.layer)) return undefined;
  if (to.own.layer === 'index') return `A domain's own files do not go through its front door.`;
  return `${from.layer} may not use ${to.own.layer}: a layer imports only those before it (${MAY_USE[from.layer].join(', ')}).`;
});
