import { importRule } from '../import-rule.mjs';
import { isSpec } from '../places.mjs';

/** Ports that read, write or send. A model computes; an action fetches before it and stores after it. */
const IO = ['config', 'health', 'http', 'logging', 'mail', 'queue', 'realtime', 'schedule', 'storage'];

/** A model has behaviour but no input or output; contracts are plain TypeScript. */
export const pureModel = importRule(
  'models and contracts are pure',
  ({ from, to, names, options: { pure } }) => {
    if (isSpec(from.path)) return undefined;
    if (from.area === 'contracts')
      return to.package && `libs/contracts is pure TypeScript; it may not use '${to.package}'.`;
    if (from.layer !== 'model') return undefined;
    if (to.package) {
      if (to.package === 'typeorm' || computesOnly(pure[to.package], names)) return undefined;
      return `A model has no input or output and no framework; '${to.package}' belongs in a later layer.`;
    }
    if (to.own.area === 'platform' && IO.some((folder) => to.own.path === `libs/platform/${folder}`)) {
      return `A model has no input or output; ${to.own.path} belongs in a later layer.`;
    }
    return undefined;
  },
);

/** `pure` is '*' for a whole package or the list of its harmless parts. */
function computesOnly(pure, names) {
  return pure === '*' || (pure !== undefined && names.every((name) => pure.includes(name)));
}
