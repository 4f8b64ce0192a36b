import { importRule } from '../import-rule.mjs';
import { isSpec } from '../places.mjs';

/**
 * A package that talks to the outside is imported in its adapter's folder only. `homes` maps a package, or a scope
 * that ends with a slash, to path patterns.
 */
export const drivers = importRule(
  'drivers stay in their adapter folders',
  ({ from, to, options: { homes } }) => {
    if (to.own || from.area === 'test' || isSpec(from.path)) return undefined;
    const [name, allowed] =
      Object.entries(homes).find(
        ([key]) => to.package === key || (key.endsWith('/') && to.package.startsWith(key)),
      ) ?? [];
    if (!name || allowed.some((home) => isHome(home, from.path))) return undefined;
    return `'${to.package}' may be imported only in ${allowed.join(', ')}; go through the port there.`;
  },
);

/** `*` stands for one folder's name; a home holds everything below it. */
function isHome(home, path) {
  const pattern = home.replace(/[.+?^${}()|[\]\\]/g, '\\$&').replaceAll('*', '[^/]*');
  return new RegExp(`^${pattern}(/|$)`).test(path);
}
