import { Injectable, Logger } from '@nestjs/common';
import { Interval } from '@nestjs/schedule';

import { Clock } from '@desk/platform/clock';
import { Database, toColumn, UnitOfWork } from '@desk/platform/database';
import { Jobs } from '@desk/platform/events';
import { defineJob } from '@desk/platform/queue';

import { ScheduleOptions } from './schedule.decorator';

const TICK_MS = 1000;

const NOT_LOOKED = -1;

interface Entry extends ScheduleOptions {
  run: () => Promise<void>;
  /** Under way when this process began. */
  firstSlot: number;
  /** The last one that this process knows to be taken; until it has looked, the row alone knows. */
  lastSlot: number;
}

/** One slot of one schedule, as a job. */
export const RUN_SCHEDULE = defineJob<{ name: string }>('schedule:run');

/**
 * The tick. A slot row under a primary key folds the ticks of any number of processes into one job per slot.
 */
@Injectable()
export class Scheduler {
  private readonly logger = new Logger(Scheduler.name);
  private readonly schedules = new Map<string, Entry>();
  private readonly watches: (() => Promise<void>)[] = [];
  private ticking = false;
  private active = false;

  constructor(
    private readonly clock: Clock,
    private readonly database: Database,
    private readonly unitOfWork: UnitOfWork,
    private readonly jobs: Jobs,
  ) {}

  add(options: ScheduleOptions, run: () => Promise<void>): void {
    if (this.schedules.has(options.name)) throw new Error(`Two schedules are named ${options.name}`);
    const firstSlot = slotOf(this.clock.now(), options.everySeconds);
    this.schedules.set(options.name, { ...options, run, firstSlot, lastSlot: NOT_LOOKED });
  }

  addWatch(watch: () => Promise<void>): void {
    this.watches.push(watch);
  }

  start(): void {
    this.active = true;
  }

  stop(): void {
    this.active = false;
  }

  async runSchedule(name: string): Promise<void> {
    const schedule = this.schedules.get(name);
    if (schedule === undefined) throw new Error(`No schedule is named ${name}`);
    await schedule.run();
  }

  @Interval(TICK_MS)
  async tick(): Promise<void> {
    if (!this.active || this.ticking) return;
    this.ticking = true;
    for (const watch of this.watches) await this.keepGoing(watch);
    for (const schedule of this.schedules.values()) await this.keepGoing(() => this.enqueueIfDue(schedule));
    this.ticking = false;
  }

  /** One that fails is tried at the next tick and takes none of the others with it. */
  private async keepGoing(work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (error) {
      this.logger.error(`A part of the tick failed: ${String(error)}`);
    }
  }

  private async enqueueIfDue(schedule: Entry): Promise<void> {
    const slot = slotOf(this.clock.now(), schedule.everySeconds);
    if (slot === schedule.lastSlot) return;
    await this.unitOfWork.run(async () => {
      if (!(await this.takeSlot(schedule, slot))) return;
      await this.jobs.enqueue(RUN_SCHEDULE, { name: schedule.name }, `${schedule.name}:${slot}`);
    });
    schedule.lastSlot = slot;
  }

  /**
   * One row a schedule, holding its last slot: whoever moves it forward owns the slot, and a desk that was down catches up
   * once. A schedule without a row is new to this database, so nothing was missed: it waits for its next slot.
   * @returns whether there is something to run.
   */
  private async takeSlot({ name, firstSlot }: Entry, slot: number): Promise<boolean> {
    const now = toColumn(this.clock.now());
    const move = 'UPDATE schedule_slots SET slot = ?, taken_at = ? WHERE name = ? AND slot < ?';
    if ((await this.database.run(move, [slot, now, name, slot])).affected === 1) return true;
    const found = await this.database.rows('SELECT slot FROM schedule_slots WHERE name = ?', [name]);
    if (found.length > 0) return false;
    // Of several that begin a schedule's row at once, the key lets one through.
    const begun = await this.unitOfWork.attempt(() =>
      this.database.run('INSERT INTO schedule_slots (slot, taken_at, name) VALUES (?, ?, ?)', [
        slot,
        now,
        name,
      ]),
    );
    return begun.ok && slot > firstSlot;
  }
}

function slotOf(now: Date, everySeconds: number): number {
  return Math.floor(now.getTime() / 1000 / everySeconds);
}
