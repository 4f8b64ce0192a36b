import { type HttpContext, type HttpRequest } from '@angular/common/http';
import { TestBed } from '@angular/core/testing';
import { Api, type CommentBody, addComment } from '@desk/web/api-client';
import { FakeServer, answer, commentOf, provideTestDesk, refuse } from '@desk/web/testing';
import { SendOnce } from './send-once';

const COMMENT = 'POST /api/tickets/tickets/JRD-000001/comment/';
const DRAFT = 'ticket/1/reply';

describe('SendOnce', () => {
  let server: FakeServer;

  beforeEach(() => {
    localStorage.clear();
    configure();
  });

  function configure(): void {
    TestBed.configureTestingModule({ providers: provideTestDesk({ app: 'console', routes: [] }) });
    server = TestBed.inject(FakeServer).on(COMMENT, answer(commentOf(1)));
  }

  /** As after a reload: nothing but what the browser stores is left. */
  function reload(): void {
    window.dispatchEvent(new Event('pagehide'));
    TestBed.resetTestingModule();
    configure();
  }

  function send(content: string, last_seen_comment = 7): Promise<unknown> {
    const api = TestBed.inject(Api);
    const post = (body: CommentBody, context: HttpContext) =>
      api.invoke(addComment, { key: 'JRD-000001', body }, context);
    return TestBed.inject(SendOnce).post(DRAFT, { content }, { last_seen_comment }, post);
  }

  const keyOf = (request: HttpRequest<unknown> | undefined) => request?.headers.get('Idempotency-Key');
  const keys = () => server.to(COMMENT).map(keyOf);

  /** The server did it, and nobody heard of it. */
  async function lose(content: string): Promise<string | null | undefined> {
    server.on(COMMENT, refuse(0));
    await expect(send(content)).rejects.toMatchObject({ status: 0 });
    server.on(COMMENT, answer(commentOf(1)));
    return keys().at(-1);
  }

  it('sends the same words again under the same key, and to the letter', async () => {
    const key = await lose('Try turning it off');
    expect(key).toMatch(/^[0-9a-f]{32}$/);
    // The page has seen its own comment meanwhile.
    await send('Try turning it off', 8);
    expect(keys()).toEqual([key, key]);
    expect(server.to(COMMENT)[1]?.body).toEqual({ content: 'Try turning it off', last_seen_comment: 7 });
  });

  it('still knows the key after a reload', async () => {
    const key = await lose('Try turning it off');
    reload();
    await send('Try turning it off');
    expect(keys()).toEqual([key]);
  });

  it('takes other words for another request', async () => {
    const key = await lose('Try turning it off');
    await send('Try turning it off and on', 8);
    expect(keys()[1]).not.toBe(key);
    expect(server.to(COMMENT)[1]?.body).toMatchObject({ last_seen_comment: 8 });
  });

  it('sends the same words twice when they are meant twice', async () => {
    await send('Ping');
    await send('Ping');
    expect(new Set(keys()).size).toBe(2);
  });

  it('says anew what the page knows once the server has refused over it', async () => {
    server.on(COMMENT, refuse(409, { type: 'urn:problem:newer_comments' }));
    await expect(send('Hello')).rejects.toMatchObject({ code: 'newer_comments' });
    server.on(COMMENT, answer(commentOf(1)));
    await send('Hello', 9);
    expect(server.to(COMMENT)[1]?.body).toEqual({ content: 'Hello', last_seen_comment: 9 });
  });
});
