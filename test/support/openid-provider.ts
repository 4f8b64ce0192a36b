import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

/** What a provider says about somebody. */
export interface TestClaims {
  sub: string;
  email?: string;
  email_verified?: boolean;
  given_name?: string;
  family_name?: string;
}

/** Two OpenID providers in a process of their own, spoken to over HTTP as the real ones are. */
export class TestOpenId {
  private constructor(
    private readonly process: ChildProcess,
    private readonly issuers: { google: string; company: string },
  ) {}

  /** @param publicUrl of the desk that will send people there. */
  static async start(publicUrl: string): Promise<TestOpenId> {
    const callbacks = ['google', 'velumera-id'].map(
      (name) => `${publicUrl}/desk/api/accounts/oidc/${name}/callback/`,
    );
    const child = spawn(process.execPath, [join(__dirname, 'two-providers.mjs'), ...callbacks], {
      // It warns of Node's version and of its own stores, which is right for it here.
      stdio: ['pipe', 'pipe', 'ignore'],
    });
    const [line] = (await Promise.race([
      once(child.stdout, 'data'),
      once(child, 'exit').then(() => Promise.reject(new Error('The provider ended at its start'))),
    ])) as [Buffer];
    return new TestOpenId(child, JSON.parse(line.toString()) as { google: string; company: string });
  }

  /** What a desk must be told to offer both. */
  get env(): Record<string, string> {
    return {
      GOOGLE_ISSUER: this.issuers.google,
      GOOGLE_CLIENT_ID: 'desk',
      GOOGLE_CLIENT_SECRET: 'a secret between the two',
      OIDC_ISSUER: this.issuers.company,
      OIDC_CLIENT_ID: 'desk',
      OIDC_CLIENT_SECRET: 'a secret between the two',
      OIDC_NAME: 'Velumera ID',
    };
  }

  /**
   * Goes through the provider's pages as a browser does, being whom the claims say; null turns round at its door.
   * @returns the address that the desk is called back at.
   */
  async visit(authorizationUrl: string, claims: TestClaims | null): Promise<URL> {
    const jar = new Map<string, string>();
    let url = new URL(authorizationUrl);
    url.searchParams.set('login_hint', claims === null ? 'no' : JSON.stringify(claims));
    const { origin } = url;
    while (url.origin === origin) {
      const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
      const answer = await fetch(url, { redirect: 'manual', headers: { cookie } });
      for (const set of answer.headers.getSetCookie()) {
        const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(set) ?? [];
        if (value === '') jar.delete(name);
        else jar.set(name, value);
      }
      const location = answer.headers.get('location');
      if (location === null) throw new Error(`The provider answers ${answer.status}: ${await answer.text()}`);
      url = new URL(location, url);
    }
    return url;
  }

  async stop(): Promise<void> {
    this.process.stdin?.end();
    await once(this.process, 'exit');
  }
}
