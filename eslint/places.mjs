import { posix } from 'node:path';

/**
 * Where a path stands in the house, from its text alone: nothing is read from disk, so the rules also judge imports
 * of folders that do not exist yet.
 *
 * `area` is the row of the table "Who may import whom"; `unit` is the folder whose insiders use relative paths.
 */
export function placeOf(path) {
  const [top, second, third] = path.split('/');
  if (top === 'libs' && second === 'domains' && third) return domainPlace(path, third);
  if (top === 'libs' && second === 'platform' && third) return place('platform', path, 3);
  if (top === 'libs' && second === 'contracts') return place('contracts', path, 2);
  if (top === 'libs' && second === 'backend')
    return { ...place('backend', path, 2), area: backendArea(third) };
  if (top === 'libs' && second === 'web' && third === 'testing') return place('test', path, 3);
  if (top === 'libs' && second === 'web' && third) {
    return place(third === 'api-client' ? 'api-client' : 'web', path, 3);
  }
  if (top === 'apps' && second === 'cli') return place('cli', path, 2);
  if (top === 'apps' && (second === 'console' || second === 'portal')) return spaPlace(path);
  if (top === 'apps' && second) return place('server', path, 2);
  if (top === 'test') return place('test', path, 1);
  return place('tooling', path, 0);
}

function place(area, path, depth) {
  const segments = path.split('/');
  return { area, path, unit: segments.slice(0, depth).join('/'), inside: segments.slice(depth).join('/') };
}

/** demo/ has the rights of the command line; its bulk loader is the one place outside a domain that may use stores. */
function backendArea(folder) {
  return folder === 'demo' ? 'demo' : 'backend';
}

const LAYERS = ['model', 'store', 'actions', 'http', 'work'];

function domainPlace(path, domain) {
  const found = { ...place('domain', path, 3), domain };
  const [folder, next] = found.inside.split('/');
  if (folder === 'actions' && next === 'within') return { ...found, layer: 'within' };
  if (LAYERS.includes(folder)) return { ...found, layer: folder };
  if (folder === `${domain}.module` || folder === `${domain}.module.ts`) return { ...found, layer: 'module' };
  return { ...found, layer: found.inside === '' || /^index(\.ts)?$/.test(found.inside) ? 'index' : 'root' };
}

function spaPlace(path) {
  const found = place('spa', path, 2);
  const feature = /^src\/app\/([^/]+)\//.exec(found.inside)?.[1];
  return { ...found, feature };
}

const ALIAS = /^@desk(?:\/|$)/;

/**
 * What an import names: one of our own places (`alias` tells how it was written), or a package.
 */
export function targetOf(importer, specifier) {
  if (specifier.startsWith('.')) {
    return { own: placeOf(posix.join(posix.dirname(importer.path), specifier)), alias: false };
  }
  if (ALIAS.test(specifier)) return { own: placeOf(specifier.replace(ALIAS, 'libs/')), alias: true };
  return { package: packageName(specifier) };
}

function packageName(specifier) {
  if (specifier.startsWith('node:')) return specifier;
  return specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/');
}

/** Tests beside the code see their whole domain; everything else about them is judged like code. */
export function isSpec(path) {
  return /\.(spec|db-spec|sqlite-spec|redis-spec|contract)\.ts$/.test(path);
}
