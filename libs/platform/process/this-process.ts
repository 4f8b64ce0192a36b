import { readFileSync, readlinkSync } from 'node:fs';
import { hostname } from 'node:os';

import { Injectable } from '@nestjs/common';

/**
 * Which process this is, so that others can tell whether it still runs. A host's name and a process id do not say it: in
 * two containers both may be the same, and an id is given anew.
 */
@Injectable()
export class ThisProcess {
  /** Within one place process ids mean the same: a machine since its start, and one container on it. */
  readonly place: string = placeOf();
  readonly host: string = hostname();
  readonly pid: number = process.pid;
  /** Tells it from an earlier or later one with the same id; empty where the system does not say. */
  readonly started: string = startOf(process.pid) ?? '';

  /** All of that in one line, for rows that say who works on them. */
  get line(): string {
    return [this.pid, this.started, this.place].join(' ');
  }

  /** Whether the process of that line has ended. Of one elsewhere nobody here can tell, and this says no. */
  hasEnded(line: string): boolean {
    const [pid = '', started = '', ...place] = line.split(' ');
    return place.join(' ') === this.place && !this.isRunning({ pid: Number(pid), started });
  }

  /** @param other of the same place. */
  isRunning(other: { pid: number; started: string }): boolean {
    if (!isThere(other.pid)) return false;
    return this.started === '' || startOf(other.pid) === other.started;
  }
}

/** Linux has a random name for each start of a machine, and a number for each space of process ids. */
function placeOf(): string {
  try {
    const start = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
    return `${start}/${readlinkSync('/proc/self/ns/pid')}`;
  } catch {
    return hostname();
  }
}

/** In ticks since the machine started; null when there is no such process, or only what a parent has not cleared away. */
function startOf(pid: number): string | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The name, in brackets, may hold anything.
    const [state = '', ...rest] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return state === 'Z' ? null : (rest[18] ?? null);
  } catch {
    return null;
  }
}

function isThere(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
