import { type HttpContext } from '@angular/common/http';
import { Injectable, inject } from '@angular/core';
import { idempotent } from '../http/idempotency';
import { Problem } from '../http/problem';
import { Drafts } from './drafts';

interface Sending<B> {
  key: string;
  body: B;
}

/**
 * Sends a draft so that one whose answer was lost does not come twice: the same words go out again under the same key,
 * also after a reload or a crash. Other words are another request.
 */
@Injectable({ providedIn: 'root' })
export class SendOnce {
  private readonly drafts = inject(Drafts);

  /**
   * @param name of the draft.
   * @param draft what the person wrote and chose; with it the key changes.
   * @param around what the page knows beside it. It goes out again as it was the first time: the server compares the
   *   whole body, and what was lost on its way back may have changed what the page knows.
   */
  async post<D extends object, M extends object, A>(
    name: string,
    draft: D,
    around: M,
    send: (body: D & M, context: HttpContext) => Promise<A>,
  ): Promise<A> {
    const { key, body } = this.sendingOf(name, draft, around);
    try {
      const answer = await send(body, idempotent(key));
      this.drafts.clear(nameOf(name));
      return answer;
    } catch (thrown) {
      // Weighed and refused, so it was not done before; the next try may say other things around it.
      if (Problem.from(thrown).status === 409) this.drafts.clear(nameOf(name));
      throw thrown;
    }
  }

  private sendingOf<D extends object, M extends object>(name: string, draft: D, around: M): Sending<D & M> {
    const kept = this.drafts.read<Sending<D & M>>(nameOf(name));
    if (kept && isOf(draft, kept.body)) return kept;
    const sending = { key: newKey(), body: { ...draft, ...around } };
    this.drafts.write(nameOf(name), sending);
    return sending;
  }
}

function nameOf(draft: string): string {
  return `${draft}/sending`;
}

function isOf(draft: object, body: object): boolean {
  const present = new Map(Object.entries(body));
  return Object.entries(draft).every(
    ([field, value]) => JSON.stringify(value) === JSON.stringify(present.get(field)),
  );
}

/** `crypto.randomUUID` is missing where the desk is served without https. */
function newKey(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) =>
    byte.toString(16).padStart(2, '0'),
  ).join('');
}
