import { importRule } from '../import-rule.mjs';
import { isSpec } from '../places.mjs';

/** The table "Who may import whom" of the architecture, row by row. Tests may import everything. */
const MAY_IMPORT = {
  server: ['server', 'backend', 'platform', 'contracts'],
  cli: ['cli', 'backend', 'platform', 'contracts', 'domain', 'demo'],
  demo: ['demo', 'backend', 'platform', 'contracts', 'domain'],
  backend: ['backend', 'platform', 'contracts', 'domain', 'demo'],
  domain: ['domain', 'platform', 'contracts'],
  platform: ['platform', 'contracts'],
  contracts: ['contracts'],
  spa: ['spa', 'web', 'api-client', 'contracts'],
  web: ['web', 'api-client', 'contracts'],
  'api-client': ['api-client'],
};

/** Shown around every feature, so every feature may be shown in it. */
const SHELL = 'shell';

export const neighbours = importRule('who may import whom', ({ from, to }) => {
  if (!to.own || from.area === 'test') return undefined;
  const { own } = to;
  if (own.area === 'test' && isSpec(from.path)) return undefined;
  if (!MAY_IMPORT[from.area].includes(own.area)) {
    return `${from.unit} may not import ${own.unit || own.path}; it may import ${MAY_IMPORT[from.area].join(', ')}.`;
  }
  if (from.area === 'server' && from.unit !== own.unit && own.area === 'server') {
    return 'One application does not import another.';
  }
  if (from.area === 'spa') return judgeFeatures(from, own);
  return undefined;
});

function judgeFeatures(from, own) {
  if (own.area !== 'spa') return undefined;
  if (own.unit !== from.unit) return 'One application does not import another; share it through libs/web.';
  if (!from.feature || !own.feature || from.feature === own.feature || own.feature === SHELL)
    return undefined;
  return `The feature '${from.feature}' may not import the feature '${own.feature}'; share it through libs/web.`;
}
