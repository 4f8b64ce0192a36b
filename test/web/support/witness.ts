import { type BrowserContext, type Page, type Response } from 'playwright-core';

/** Writes down what reaches a browser context: each answer of the API, each frame of a socket, each complaint. */
export class Witness {
  /** What the console reports as an error: also refusals of the Content-Security-Policy and uncaught exceptions. */
  readonly complaints: string[] = [];
  private readonly answers: Promise<string>[] = [];
  private readonly frames: string[] = [];

  constructor(context: BrowserContext) {
    context.on('console', (message) => {
      if (message.type() === 'error') this.complaints.push(`${message.text()} (${message.location().url})`);
    });
    context.on('weberror', (error) => this.complaints.push(String(error.error())));
    context.on('response', (response) => this.keep(response));
    context.on('page', (page) => this.listen(page));
  }

  /** Everything that was received so far. */
  async received(): Promise<{ answers: readonly string[]; frames: readonly string[] }> {
    return { answers: await Promise.all(this.answers), frames: this.frames };
  }

  private keep(response: Response): void {
    if (!response.url().includes('/api/')) return;
    const read = response.text().then((text) => `${response.url()} ${text}`);
    // Told by whoever asks what was received.
    read.catch(() => undefined);
    this.answers.push(read);
  }

  private listen(page: Page): void {
    page.on('websocket', (socket) => {
      socket.on('framereceived', ({ payload }) => this.frames.push(String(payload)));
    });
  }
}

/** A browser that was never here asks once whether it holds a session, and reports the refusal as an error. */
export function isFirstVisit(complaint: string): boolean {
  return /status of 401 .*\/api\/accounts\/session\/\)$/.test(complaint);
}
