const TICK_MS = 10;

/** One request and what became of it. */
export interface Shot {
  kind: string;
  at: number;
  /** 0 when the connection failed. */
  status: number;
  ms: number;
  contentType: string;
  retryAfter: string | null;
  /** Of what was refused. */
  body: string;
}

export interface Request {
  kind: string;
  url: string;
  method: string;
  headers: Record<string, string>;
  body?: string;
  /** Told of an answer below 300. */
  done?: (body: Record<string, unknown>) => void;
}

/** So many requests a second, whether those before are answered or not: what comes from outside does not wait for us. */
export class SteadyLoad {
  readonly shots: Shot[] = [];
  private readonly underWay = new Set<Promise<void>>();
  private readonly timer: NodeJS.Timeout;
  private sent = 0;

  constructor(perSecond: number, next: () => Request) {
    const started = Date.now();
    this.timer = setInterval(() => {
      const due = Math.floor(((Date.now() - started) / 1000) * perSecond);
      while (this.sent < due) {
        this.sent += 1;
        const shot = this.fire(next());
        this.underWay.add(shot);
        void shot.finally(() => this.underWay.delete(shot));
      }
    }, TICK_MS);
  }

  /** Sends no more and waits for what is under way. */
  async stop(): Promise<Shot[]> {
    clearInterval(this.timer);
    await Promise.all(this.underWay);
    return this.shots;
  }

  since(moment: number): Shot[] {
    return this.shots.filter((shot) => shot.at >= moment);
  }

  private async fire({ kind, url, method, headers, body, done }: Request): Promise<void> {
    const at = Date.now();
    const shot: Shot = { kind, at, status: 0, ms: 0, contentType: '', retryAfter: null, body: '' };
    try {
      const answer = await fetch(url, { method, headers, body });
      const text = await answer.text();
      if (!answer.ok) shot.body = text;
      shot.status = answer.status;
      shot.contentType = answer.headers.get('content-type') ?? '';
      shot.retryAfter = answer.headers.get('retry-after');
      if (answer.ok) done?.(JSON.parse(text) as Record<string, unknown>);
    } catch (error) {
      shot.body = `${String(error)} ${String((error as Error).cause)}`;
    }
    shot.ms = Date.now() - at;
    this.shots.push(shot);
  }
}

/** @throws unless it is answered well. */
export async function sendOne({ kind, url, method, headers, body, done }: Request): Promise<void> {
  const answer = await fetch(url, { method, headers, body });
  const text = await answer.text();
  if (!answer.ok) throw new Error(`${kind} is answered ${answer.status}: ${text}`);
  done?.(JSON.parse(text) as Record<string, unknown>);
}

/** How many of each kind came to what: comparable, and readable where it differs. */
export function tally(shots: readonly Shot[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { kind, status } of shots) {
    const line = `${kind} ${status || 'lost'}`;
    counts[line] = (counts[line] ?? 0) + 1;
  }
  return counts;
}
