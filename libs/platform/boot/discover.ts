import { Injectable, RequestMethod } from '@nestjs/common';
import { METHOD_METADATA, PATH_METADATA } from '@nestjs/common/constants';
import { DiscoveryService, MetadataScanner, Reflector } from '@nestjs/core';

import { JobRunner, ListenerRegistry, ON, OnMetadata, WITHIN, WithinMetadata } from '@desk/platform/events';
import { MEASURE, type MeasureOptions, Measures } from '@desk/platform/metrics';
import { definedJobs, JOB, JobMetadata } from '@desk/platform/queue';
import { RUN_SCHEDULE, SCHEDULE, ScheduleOptions, Scheduler, WATCH } from '@desk/platform/schedule';
import { CAN, PUBLIC } from '@desk/platform/security';

type Method = (...parameters: unknown[]) => Promise<void>;
type Wrapper = ReturnType<DiscoveryService['getProviders']>[number];

/** Finds every decorated method once, at boot. A mistake in the wiring stops the start with its name. */
@Injectable()
export class Discover {
  constructor(
    private readonly discovery: DiscoveryService,
    private readonly scanner: MetadataScanner,
    private readonly reflector: Reflector,
    private readonly listeners: ListenerRegistry,
    private readonly jobs: JobRunner,
    private readonly scheduler: Scheduler,
    private readonly measures: Measures,
  ) {}

  run(): void {
    for (const wrapper of this.discovery.getProviders()) this.discoverProvider(wrapper);
    for (const wrapper of this.discovery.getControllers()) this.checkAccess(wrapper);
    this.jobs.addBody(RUN_SCHEDULE.name, (payload) =>
      this.scheduler.runSchedule((payload as { name: string }).name),
    );
  }

  /** For a process that does jobs: one that nobody can do would be parked after hours of tries. */
  checkJobs(): void {
    const orphan = definedJobs().find((name) => !this.jobs.hasBody(name));
    if (orphan !== undefined) throw new Error(`The job ${orphan} has no body`);
  }

  private discoverProvider(wrapper: Wrapper): void {
    for (const { method, call } of this.methodsOf(wrapper)) {
      const within = this.reflector.get<WithinMetadata | undefined>(WITHIN, method);
      if (within !== undefined) {
        if (isWorkModule(wrapper))
          throw new Error(`${nameOf(wrapper)} has a @Within in a work module: the API would miss it`);
        this.listeners.addWithin(within, call);
      }
      const on = this.reflector.get<OnMetadata | undefined>(ON, method);
      if (on !== undefined) this.listeners.addSubscriber(on, call);
      const job = this.reflector.get<JobMetadata | undefined>(JOB, method);
      if (job !== undefined) this.jobs.addBody(job.job.name, call);
      const schedule = this.reflector.get<ScheduleOptions | undefined>(SCHEDULE, method);
      if (schedule !== undefined) this.scheduler.add(schedule, call);
      const measure = this.reflector.get<MeasureOptions | undefined>(MEASURE, method);
      if (measure !== undefined) this.measures.add(measure, call as unknown as () => Promise<number>);
      if (this.reflector.get<boolean | undefined>(WATCH, method) === true) this.scheduler.addWatch(call);
    }
  }

  /** A route says who may call it or the product does not start. */
  private checkAccess(wrapper: Wrapper): void {
    for (const { method } of this.methodsOf(wrapper)) {
      const isRoute =
        Reflect.hasMetadata(METHOD_METADATA, method) &&
        Reflect.hasMetadata(PATH_METADATA, method) &&
        Reflect.getMetadata(METHOD_METADATA, method) !== RequestMethod.ALL;
      const declared = Reflect.hasMetadata(CAN, method) || Reflect.hasMetadata(PUBLIC, method);
      if (isRoute && !declared)
        throw new Error(`${nameOf(wrapper)}.${method.name} is a route without @Can or @Public`);
    }
  }

  private methodsOf(wrapper: Wrapper): { method: Method; call: Method }[] {
    const instance = wrapper.instance as Record<string, unknown> | undefined | null;
    if (
      instance === undefined ||
      instance === null ||
      typeof instance !== 'object' ||
      !wrapper.isDependencyTreeStatic()
    )
      return [];
    const prototype = Object.getPrototypeOf(instance) as Record<string, unknown> | null;
    if (prototype === null || prototype === Object.prototype) return [];
    return this.scanner
      .getAllMethodNames(prototype)
      .map((name) => prototype[name] as Method)
      .map((method) => ({ method, call: (...parameters: unknown[]) => method.apply(instance, parameters) }));
  }
}

function isWorkModule(wrapper: Wrapper): boolean {
  return wrapper.host?.metatype?.name.endsWith('WorkModule') === true;
}

function nameOf(wrapper: Wrapper): string {
  return String(wrapper.name);
}
