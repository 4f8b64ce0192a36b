import { setTimeout as pause } from 'node:timers/promises';

import {
  BeforeApplicationShutdown,
  Inject,
  Injectable,
  OnApplicationBootstrap,
  OnApplicationShutdown,
} from '@nestjs/common';

import { Config } from '@desk/platform/config';
import { JobRunner, OutboxRelay } from '@desk/platform/events';
import { JobQueue } from '@desk/platform/queue';
import { Scheduler } from '@desk/platform/schedule';

import { Discover } from './discover';
import { ProcessLease } from './process-lease';

/** What a process does: `http` answers requests and sockets, `work` does jobs, schedules and the outbox relay. */
export type ProcessRole = 'http' | 'work';

export const PROCESS_ROLES = Symbol('process roles');

/** Starts what this process's roles ask for, and ends it in an order that loses nothing. */
@Injectable()
export class Processes implements OnApplicationBootstrap, BeforeApplicationShutdown, OnApplicationShutdown {
  private draining = false;
  private onLeaseLost: () => void = () => undefined;

  constructor(
    @Inject(PROCESS_ROLES) private readonly roles: readonly ProcessRole[],
    private readonly discover: Discover,
    private readonly queue: JobQueue,
    private readonly runner: JobRunner,
    private readonly relay: OutboxRelay,
    private readonly scheduler: Scheduler,
    private readonly lease: ProcessLease,
    private readonly config: Config,
  ) {}

  get isDraining(): boolean {
    return this.draining;
  }

  /** @param act at once when another process serves the database: from then on this one must answer nothing. */
  whenLeaseLost(act: () => void): void {
    this.onLeaseLost = act;
  }

  async onApplicationBootstrap(): Promise<void> {
    this.discover.run();
    if (this.roles.length === 0) return;
    if (this.roles.includes('work')) this.discover.checkJobs();
    if (this.config.redisUrl !== null) await this.lease.join();
    if (!this.roles.includes('work')) return;
    if (this.config.redisUrl === null) await this.lease.take(() => this.loseLease());
    await this.queue.start(this.runner.run);
    this.relay.start();
    this.scheduler.start();
  }

  /** Before sockets and connections are closed: a proxy that asks for readiness has time to send elsewhere. */
  async beforeApplicationShutdown(): Promise<void> {
    const drained = this.roles.includes('http') ? pause(this.config.drainSeconds * 1000) : undefined;
    await this.leave();
    await drained;
  }

  /** When nothing is answered any more: whoever waits for the lease begins with that. */
  async onApplicationShutdown(): Promise<void> {
    await this.lease.giveBack();
  }

  private async loseLease(): Promise<void> {
    this.onLeaseLost();
    await this.leave();
  }

  /** No new work, and readiness says so. */
  private async leave(): Promise<void> {
    this.draining = true;
    this.scheduler.stop();
    await this.relay.stop();
    await this.queue.stop();
  }
}
