import { HttpContext } from '@angular/common/http';
import { DOCUMENT, Injectable, computed, inject, signal } from '@angular/core';
import { isStaff } from '@desk/contracts';
import { Api, renewSession, signIn, signOut } from '@desk/web/api-client';
import { PageAddress } from '../address/page-address';
import { APP_KIND } from '../address/app-kind';
import { Problem } from '../http/problem';
import { LocalStore } from '../storage/local-store';
import { lifetimeOf } from './access-token';
import { type Credentials, type SessionAnswer, type SessionUser } from './session-user';
import { type TabMessage, Tabs } from './tabs';
import { WITHOUT_SESSION } from './without-session';

/** Set once this browser is known to hold no session, so that a visitor's every page does not ask for one in vain. */
const GUEST_KEY = 'desk.guest';
const RETRY_AFTER_MS = 20_000;

/**
 * Who is signed in. The access token lives in memory only; the refresh token is a cookie that scripts cannot read.
 *
 * | state        | user()    | ready     |
 * | ------------ | --------- | --------- |
 * | starting     | null      | pending; `startProblem` says why when the server cannot be reached |
 * | guest        | null      | resolved  |
 * | signed in    | the person | resolved |
 */
@Injectable({ providedIn: 'root' })
export class Session {
  private readonly api = inject(Api);
  private readonly tabs = inject(Tabs);
  private readonly store = inject(LocalStore);
  private readonly page = inject(PageAddress);
  private readonly app = inject(APP_KIND);
  private readonly document = inject(DOCUMENT);
  private readonly grant = signal<SessionAnswer | null>(null);
  private settle: () => void = () => undefined;
  private renewing: Promise<boolean> | null = null;
  private renewAt = 0;
  private timer: ReturnType<typeof setTimeout> | undefined;

  readonly user = computed<SessionUser | null>(() => this.grant()?.user ?? null);
  readonly accessToken = computed(() => this.grant()?.access ?? null);
  readonly isSignedIn = computed(() => this.user() !== null);
  readonly isStaff = computed(() => {
    const user = this.user();
    return user !== null && isStaff(user.role);
  });
  /** Signed up by a provider: nothing but the profile is open before that is complete. */
  readonly owesProfile = computed(() => this.user()?.is_profile_completed === false);
  readonly startProblem = signal<Problem | null>(null);
  /** Resolves once it is known whether somebody is signed in. */
  readonly ready = new Promise<void>((resolve) => (this.settle = resolve));

  constructor() {
    this.tabs.messages.subscribe((message) => this.hear(message));
    // Timers sleep with the device: look again when somebody looks at the page.
    this.document.addEventListener('visibilitychange', () => this.renewWhenDue());
  }

  /** Asks the server whether this browser holds a session. Called at boot and by the retry button. */
  async start(): Promise<void> {
    this.startProblem.set(null);
    try {
      if (this.store.read(GUEST_KEY) === null) await this.renew();
      this.settle();
    } catch (thrown) {
      this.startProblem.set(Problem.from(thrown));
    }
  }

  async signIn(credentials: Credentials): Promise<SessionUser> {
    const answer = await this.api.invoke(signIn, { body: credentials }, withoutSession());
    this.adopt(answer);
    this.tabs.tell({ kind: 'renewed', answer });
    return answer.user;
  }

  /**
   * Exchanges the refresh cookie for a new access token. False: there is no session any more. Rejects when the server
   * could not be asked. `stale` is the token that turned out to be too old; if another tab has replaced it meanwhile
   * there is nothing to ask.
   */
  renew(stale = this.accessToken()): Promise<boolean> {
    this.renewing ??= this.tabs.alone(() => this.renewAlone(stale)).finally(() => (this.renewing = null));
    return this.renewing;
  }

  async signOut(): Promise<void> {
    await this.api.invoke(signOut, {}, withoutSession()).catch((thrown: unknown) => {
      // An expired session cannot be ended a second time; anything else is worth telling.
      if (Problem.from(thrown).status !== 401) throw thrown;
    });
    this.store.write(GUEST_KEY, '1');
    this.tabs.tell({ kind: 'signed-out' });
    this.page.open(this.app, '/');
  }

  /** Keeps the person up to date after an edit of their own profile. */
  changeUser(change: Partial<SessionUser>): void {
    this.grant.update((grant) => grant && { ...grant, user: { ...grant.user, ...change } });
  }

  /** Call before leaving for a sign-in elsewhere: on return the cookie is there without a sign-in of ours. */
  expectSignIn(): void {
    this.store.remove(GUEST_KEY);
  }

  private async renewAlone(stale: string | null): Promise<boolean> {
    if (this.accessToken() !== stale) return this.isSignedIn();
    try {
      const answer = await this.api.invoke(renewSession, {}, withoutSession());
      this.adopt(answer);
      this.tabs.tell({ kind: 'renewed', answer });
      return true;
    } catch (thrown) {
      if (Problem.from(thrown).status !== 401) throw thrown;
      this.expire();
      return false;
    }
  }

  private adopt(answer: SessionAnswer): void {
    const previous = this.user();
    if (previous && previous.id !== answer.user.id) {
      // Somebody else signed in through another tab: nothing of the previous person may stay on the screen.
      this.page.reload();
      return;
    }
    this.store.remove(GUEST_KEY);
    this.grant.set(answer);
    const lifetime = lifetimeOf(answer.access);
    this.planRenewal(lifetime - Math.max(lifetime * 0.1, Math.min(30_000, lifetime * 0.5)));
  }

  private planRenewal(inMs: number): void {
    this.renewAt = Date.now() + inMs;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.renewWhenDue(), inMs);
  }

  private renewWhenDue(): void {
    if (!this.isSignedIn() || Date.now() < this.renewAt) return;
    this.renew().catch(() => this.planRenewal(RETRY_AFTER_MS));
  }

  private expire(): void {
    const wasSignedIn = this.isSignedIn();
    clearTimeout(this.timer);
    this.store.write(GUEST_KEY, '1');
    this.grant.set(null);
    // The guards of the reloaded page decide: a public page stays, any other leads to sign-in and back.
    if (wasSignedIn) this.page.reload();
  }

  private hear(message: TabMessage): void {
    if (message.kind === 'renewed') this.adopt(message.answer);
    else if (this.isSignedIn()) this.page.open(this.app, '/');
  }
}

function withoutSession(): HttpContext {
  return new HttpContext().set(WITHOUT_SESSION, true);
}
