import { importRule } from '../import-rule.mjs';

/** Across folders an alias and nothing deeper than the front door; inside one folder a relative path. */
export const frontDoor = importRule(
  'folders are entered by their front door',
  ({ from, to, specifier, isLazy }) => {
    if (!to.own || from.area === 'test') return undefined;
    const { own, alias } = to;
    if (own.area === 'tooling' || own.area === 'test') return undefined;
    if (own.unit === from.unit) {
      // TypeScript resolves a lazy import as an ES module's, which has no extensionless relative paths.
      if (alias && isLazy) return undefined;
      return alias ? `Files of ${own.unit} import each other by relative path.` : undefined;
    }
    if (!alias) return `Another folder is entered by its alias, ${aliasOf(own)}, not by a relative path.`;
    if (specifier === aliasOf(own) || mayEnterDeeper(from, own)) return undefined;
    return `Only the front door ${aliasOf(own)} may be imported from outside.`;
  },
);

function aliasOf(own) {
  return own.unit.replace(/^libs\//, '@desk/');
}

/** libs/backend alone wires the http and work modules; its own files are addressed one by one. */
function mayEnterDeeper(from, own) {
  if (own.area === 'backend' || own.area === 'demo') return true;
  if (from.area === 'demo' && from.inside.startsWith('demo/bulk/')) return own.layer === 'store';
  if (from.area !== 'backend' || own.area !== 'domain') return false;
  return ['http', 'work'].some((part) => own.inside === `${part}/${own.domain}-${part}.module`);
}
