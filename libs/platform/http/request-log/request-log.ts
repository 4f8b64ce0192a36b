import { Injectable, Logger, OnApplicationShutdown } from '@nestjs/common';

import { Database, isUnavailable, UnitOfWork } from '@desk/platform/database';

import { RequestLogEntry } from './request-log.entity';

const WRITTEN_AFTER_MS = 500;
const WRITTEN_AT_ONCE = 250;
/** Where the database is away so long that more gather, the newest are let go: a log must not take the memory. */
const GATHERED_MOST = 10_000;

export type NotedRequest = Omit<RequestLogEntry, 'id'>;

/**
 * The record of writing requests. A request only leaves its line here; lines are written together, by one statement,
 * half a second later at most, and at a stop those that are left. A killed process loses that half second.
 */
@Injectable()
export class RequestLog implements OnApplicationShutdown {
  private readonly logger = new Logger(RequestLog.name);
  private gathered: NotedRequest[] = [];
  private lost = 0;
  private timer: NodeJS.Timeout | null = null;
  private writing: Promise<void> = Promise.resolve();

  constructor(
    private readonly database: Database,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  note(request: NotedRequest): void {
    if (this.gathered.length >= GATHERED_MOST) {
      this.lost += 1;
      return;
    }
    this.gathered.push(request);
    this.timer ??= setTimeout(() => void this.write(), WRITTEN_AFTER_MS).unref();
  }

  /** Writes what has gathered. Never fails: what cannot be written waits for the next time. */
  write(): Promise<void> {
    if (this.timer !== null) clearTimeout(this.timer);
    this.timer = null;
    this.writing = this.writing.then(() => this.writeAll());
    return this.writing;
  }

  async onApplicationShutdown(): Promise<void> {
    await this.write();
    if (this.timer !== null) clearTimeout(this.timer);
  }

  private async writeAll(): Promise<void> {
    while (this.gathered.length > 0) {
      const lines = this.gathered.slice(0, WRITTEN_AT_ONCE);
      if (!(await this.writeTogether(lines))) {
        this.timer ??= setTimeout(() => void this.write(), WRITTEN_AFTER_MS).unref();
        return;
      }
      this.gathered = this.gathered.slice(lines.length);
    }
    if (this.lost > 0) this.logger.error(`${this.lost} lines of the request log were lost`);
    this.lost = 0;
  }

  /** False where the database is away: they are written later. A line that it refuses takes no other with it. */
  private async writeTogether(lines: readonly NotedRequest[]): Promise<boolean> {
    try {
      await this.unitOfWork.run(() => this.database.insert(RequestLogEntry, lines));
      return true;
    } catch (error) {
      this.logger.error(`Lines of the request log could not be written: ${String(error)}`);
      if (isUnavailable(error)) return false;
      const [line] = lines;
      if (lines.length === 1 && line !== undefined) this.lost += 1;
      else for (const each of lines) await this.writeTogether([each]);
      return true;
    }
  }
}
