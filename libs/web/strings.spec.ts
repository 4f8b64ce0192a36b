import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { PERMISSIONS } from '@desk/contracts';

const ROOT = join(__dirname, '../..');
const SHARED = ['libs/web/ui', 'libs/web/accounts', 'libs/web/core'];
/** A key in a template or in code: two or more names joined by dots, in quotes; a dot at its end means that more is added. */
const KEY = /'([a-z]\w*(?:\.\w+)+\.?)'/g;

function filesBelow(folder: string, ending: RegExp): string[] {
  return readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => ending.test(file) && !file.endsWith('.spec.ts'))
    .map((file) => join(ROOT, folder, file));
}

function flatten(texts: object, path = ''): string[] {
  return Object.entries(texts).flatMap(([name, text]: [string, unknown]) =>
    typeof text === 'object' && text !== null ? flatten(text, `${path}${name}.`) : [path + name],
  );
}

describe.each(['console', 'portal'])('The strings of the %s', (app) => {
  const folders = [`apps/${app}/src`, ...SHARED];
  const known = folders
    .flatMap((folder) => filesBelow(folder, /i18n[/\\]en\.json$/))
    .flatMap((file) => flatten(JSON.parse(readFileSync(file, 'utf8')) as object));
  const parts = new Set(known.map((key) => key.split('.')[0]));
  const used = folders
    .flatMap((folder) => filesBelow(folder, /\.(ts|html)$/))
    .flatMap((file) => [...readFileSync(file, 'utf8').matchAll(KEY)].map(([, key]) => key ?? ''))
    // A permission may begin with the name of a feature, and is no text of it.
    .filter((key) => parts.has(key.split('.')[0]) && !(key in PERMISSIONS));

  it('lack no key that a template or a class names', () => {
    const missing = used.filter((key) =>
      key.endsWith('.') || !known.includes(key)
        ? !known.some((text) => text.startsWith(key.replace(/\.?$/, '.')))
        : false,
    );
    expect(missing).toEqual([]);
  });

  it('hold no key that nobody names', () => {
    const own = known.filter((key) => !/^(ui|accounts)\./.test(key));
    const unused = own.filter(
      (key) => !used.some((name) => key === name || (name.endsWith('.') && key.startsWith(name))),
    );
    expect(unused).toEqual([]);
  });
});
