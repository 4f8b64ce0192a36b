import { HttpClient, provideHttpClient, withInterceptors } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { EnvironmentInjector, createEnvironmentInjector } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { APP_KIND } from '../address/app-kind';
import { PageAddress } from '../address/page-address';
import { URL_PREFIX } from '../address/url-prefix';
import { basePathInterceptor } from '../http/base-path-interceptor';
import { Problem } from '../http/problem';
import { problemInterceptor } from '../http/problem-interceptor';
import { ANNA, answerFor } from '@desk/web/testing';
import { authInterceptor } from './auth-interceptor';
import { Session } from './session';
import { Tabs } from './tabs';

const SESSION = '/desk/api/accounts/session/';
const openTabs: EnvironmentInjector[] = [];
const page = { open: jest.fn(), reload: jest.fn() };

function configure(): HttpTestingController {
  TestBed.configureTestingModule({
    providers: [
      provideHttpClient(withInterceptors([basePathInterceptor, problemInterceptor, authInterceptor])),
      provideHttpClientTesting(),
      { provide: APP_KIND, useValue: 'console' },
      { provide: URL_PREFIX, useValue: '/desk' },
      { provide: PageAddress, useValue: page },
    ],
  });
  return TestBed.inject(HttpTestingController);
}

/** A second tab: its own session, the same server and channel. */
function openTab(): Session {
  const tab = createEnvironmentInjector([Session, Tabs], TestBed.inject(EnvironmentInjector));
  openTabs.push(tab);
  return tab.get(Session);
}

afterEach(() => {
  for (const tab of openTabs.splice(0)) tab.destroy();
});

/** Lets promises run until the request is out. */
const settle = () => new Promise((resolve) => setTimeout(resolve));

describe('Session', () => {
  beforeEach(() => {
    localStorage.clear();
    jest.resetAllMocks();
  });

  it('finds the session of the browser at its start', async () => {
    const server = configure();
    const session = TestBed.inject(Session);
    const started = session.start();
    await settle();
    server.expectOne({ method: 'PUT', url: SESSION }).flush(answerFor(ANNA, 'first'));
    await started;

    expect(session.user()?.full_name).toBe('Anna Berg');
    expect(session.isStaff()).toBe(true);
  });

  it('does not ask twice for a guest', async () => {
    const server = configure();
    const session = TestBed.inject(Session);
    const started = session.start();
    await settle();
    server.expectOne(SESSION).flush({}, { status: 401, statusText: 'Unauthorized' });
    await started;
    await session.ready;
    expect(session.isSignedIn()).toBe(false);

    await session.start();
    server.expectNone(SESSION);
  });

  it('stays open and says why when the server cannot be reached', async () => {
    const server = configure();
    const session = TestBed.inject(Session);
    const started = session.start();
    await settle();
    server.expectOne(SESSION).error(new ProgressEvent('error'));
    await started;

    expect(session.startProblem()?.isOffline).toBe(true);
    expect(page.reload).not.toHaveBeenCalled();
  });

  it('renews once for two tabs: the second takes what the first got', async () => {
    const server = configure();
    const [first, second] = [openTab(), openTab()];
    const signedIn = first.signIn({ email: ANNA.email, password: 'secret' });
    server.expectOne({ method: 'POST', url: SESSION }).flush(answerFor(ANNA, 'old'));
    await signedIn;
    expect(second.user()?.id).toBe(ANNA.id);

    const old = first.accessToken();
    const renewed = first.renew(old);
    await settle();
    server.expectOne({ method: 'PUT', url: SESSION }).flush(answerFor(ANNA, 'new'));
    await renewed;

    expect(await second.renew(old)).toBe(true);
    server.verify();
    expect(second.accessToken()).toBe(first.accessToken());
  });

  it('leaves nothing of one person on the screen when another signs in elsewhere', async () => {
    const server = configure();
    const [first, second] = [openTab(), openTab()];
    const anna = first.signIn({ email: ANNA.email, password: 'secret' });
    server.expectOne(SESSION).flush(answerFor(ANNA, 'anna'));
    await anna;
    const other = second.signIn({ email: 'ben@example.com', password: 'secret' });
    server.expectOne(SESSION).flush(answerFor({ ...ANNA, id: 'ben' }, 'ben'));
    await other;

    expect(page.reload).toHaveBeenCalled();
    expect(first.user()?.id).toBe(ANNA.id);
  });

  it('tells the other tabs when somebody signs out', async () => {
    const server = configure();
    const [first, second] = [openTab(), openTab()];
    const signedIn = first.signIn({ email: ANNA.email, password: 'secret' });
    server.expectOne(SESSION).flush(answerFor(ANNA, 'anna'));
    await signedIn;
    expect(second.isSignedIn()).toBe(true);

    const signedOut = first.signOut();
    server
      .expectOne({ method: 'DELETE', url: SESSION })
      .flush(null, { status: 204, statusText: 'No Content' });
    await signedOut;
    expect(page.open).toHaveBeenCalledTimes(2);
  });
});

describe('authInterceptor', () => {
  beforeEach(() => {
    localStorage.clear();
    jest.resetAllMocks();
  });

  async function signedIn(): Promise<HttpTestingController> {
    const server = configure();
    const done = TestBed.inject(Session).signIn({ email: ANNA.email, password: 'secret' });
    server.expectOne(SESSION).flush(answerFor(ANNA, 'old'));
    await done;
    return server;
  }

  it('renews once after a 401 and repeats the request with the new token', async () => {
    const server = await signedIn();
    const answers: unknown[] = [];
    TestBed.inject(HttpClient)
      .get('/api/tickets/tickets/')
      .subscribe((answer) => answers.push(answer));
    server.expectOne('/desk/api/tickets/tickets/').flush({}, { status: 401, statusText: 'Unauthorized' });
    await settle();
    server.expectOne({ method: 'PUT', url: SESSION }).flush(answerFor(ANNA, 'new'));
    await settle();
    const repeated = server.expectOne('/desk/api/tickets/tickets/');
    expect(repeated.request.headers.get('Authorization')).toMatch(/^Bearer new\./);
    repeated.flush({ count: 0 });

    expect(answers).toEqual([{ count: 0 }]);
  });

  it('gives up with a problem when the session has ended', async () => {
    const server = await signedIn();
    const problems: unknown[] = [];
    TestBed.inject(HttpClient)
      .get('/api/tickets/tickets/')
      .subscribe({ error: (problem: unknown) => problems.push(problem) });
    server
      .expectOne('/desk/api/tickets/tickets/')
      .flush({ type: 'about:blank#token_expired' }, { status: 401, statusText: 'Unauthorized' });
    await settle();
    server.expectOne(SESSION).flush({}, { status: 401, statusText: 'Unauthorized' });
    await settle();

    expect(problems[0]).toBeInstanceOf(Problem);
    expect((problems[0] as Problem).code).toBe('token_expired');
    expect(page.reload).toHaveBeenCalled();
  });

  it('sends no token to other sites', async () => {
    const server = await signedIn();
    TestBed.inject(HttpClient).get('https://example.com/desk/api/').subscribe();
    expect(server.expectOne('https://example.com/desk/api/').request.headers.has('Authorization')).toBe(
      false,
    );
  });
});
