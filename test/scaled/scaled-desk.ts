import { migrateDatabase } from '@desk/backend/prepare-database';
import { Config } from '@desk/platform/config';

import { BuiltProcess } from '../support/built-process';
import { SETTINGS } from '../support/operator';
import { TestPlace } from '../support/test-place';

/** Several API processes and workers on one database and one Redis, started as an operator starts them. */
export class ScaledDesk {
  readonly workers: BuiltProcess[] = [];
  readonly apis: BuiltProcess[] = [];

  private constructor(
    private readonly place: TestPlace,
    readonly config: Config,
  ) {}

  static async start(processes: { apis: number; workers: number }): Promise<ScaledDesk> {
    const place = await TestPlace.create();
    const env = { ...SETTINGS, DRAIN_SECONDS: '0', ...place.env };
    const desk = new ScaledDesk(place, Config.from(env));
    await migrateDatabase(desk.config, new Date());
    // One after the other: the first makes the first superadmin.
    for (let each = 0; each < processes.apis; each++) desk.apis.push(await BuiltProcess.start('api', env));
    for (let each = 0; each < processes.workers; each++) {
      desk.workers.push(await BuiltProcess.start('worker', env));
    }
    return desk;
  }

  /** With the prefix, without a slash at its end. */
  url(api: number): string {
    const found = this.apis[api];
    if (found === undefined) throw new Error(`There is no API process ${api}`);
    return found.url;
  }

  /** @returns the exit codes. */
  end(processes: readonly BuiltProcess[]): Promise<(number | null)[]> {
    return Promise.all(processes.map((each) => each.end('SIGTERM')));
  }

  async stop(): Promise<void> {
    await Promise.all([...this.apis, ...this.workers].map((each) => each.end('SIGKILL')));
    await this.place.remove();
  }
}
