import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { createTestDesk, type TestDesk } from '../support/test-desk';

/** Folders as the web build leaves them: dist/web/console/index.html and the files beside it. */
function buildWeb(): string {
  const folder = mkdtempSync(join(tmpdir(), 'desk-web-'));
  for (const name of ['console', 'portal']) {
    mkdirSync(join(folder, name));
    writeFileSync(join(folder, name, 'main-ABCD2345.js'), `// ${name}`);
    writeFileSync(
      join(folder, name, 'index.html'),
      `<base href="__BASE_HREF__"><script nonce="__CSP_NONCE__"></script>${name}__MAX_UPLOAD_BYTES__`,
    );
  }
  return folder;
}

describe('the pages of the browser applications', () => {
  let folder: string;
  let desk: TestDesk;

  beforeAll(async () => {
    folder = buildWeb();
    desk = await createTestDesk({ webFolder: folder, env: { MAX_UPLOAD_BYTES: '4096' } });
  });

  afterAll(async () => {
    await desk.close();
    rmSync(folder, { recursive: true });
  });

  it.each(['/desk//', '/desk//:99999/', '/desk///x'])('%s is no failure', async (path) => {
    expect((await desk.http.get(path)).status).toBe(200);
  });

  it.each([
    ['/desk/', '/desk/', 'portal'],
    ['/desk/tickets/TKT-1', '/desk/', 'portal'],
    ['/desk/console/', '/desk/console/', 'console'],
    ['/desk/console/tickets', '/desk/console/', 'console'],
  ])('%s is a page below %s of the %s', async (path, base, name) => {
    const { text, headers } = await desk.http
      .get(path)
      .expect(200)
      .expect('Content-Type', /text\/html/);
    const [, href, nonce, rest] = /<base href="(.*)"><script nonce="(.+)"><\/script>(.*)/.exec(text)!;
    expect([href, rest]).toEqual([base, `${name}4096`]);
    expect(headers['content-security-policy']).toContain(`'nonce-${nonce!}'`);
  });

  it('keeps files that carry their hash in their name', async () => {
    const { headers, text, body } = await desk.http.get('/desk/console/main-ABCD2345.js').expect(200);
    expect(text ?? String(body)).toBe('// console');
    expect(headers['cache-control']).toContain('immutable');
  });

  it('has no page in place of a missing file or an unknown address of the API', async () => {
    for (const path of ['/desk/main-MISSING1.js', '/desk/api/no-such-thing', '/elsewhere']) {
      await desk.http
        .get(path)
        .expect(404)
        .expect('Content-Type', /application\/problem\+json/);
    }
  });

  it('leads from the root and from the bare prefix to the portal', async () => {
    for (const path of ['/', '/desk']) await desk.http.get(path).expect(302).expect('Location', '/desk/');
  });
});
