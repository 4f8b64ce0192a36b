import { Injectable, Logger } from '@nestjs/common';
import { Gauge, register, Registry } from 'prom-client';

import { type MeasureOptions } from './measure.decorator';

/** Every `@Measure` of this application, filled once at boot, and what the process counts. */
@Injectable()
export class Measures {
  private readonly logger = new Logger(Measures.name);
  private readonly gauges = new Registry();
  private underWay: Promise<string> | null = null;

  readonly contentType = register.contentType;

  /** @throws when another measure has the name. */
  add({ name, help }: MeasureOptions, measure: () => Promise<number>): void {
    const ask = (): Promise<number> => this.ask(name, measure);
    new Gauge({
      name,
      help,
      registers: [this.gauges],
      async collect() {
        this.set(await ask());
      },
    });
  }

  /** Whoever asks while the answer is being put together gets the same one: each is several questions to the database. */
  text(): Promise<string> {
    this.underWay ??= this.put().finally(() => (this.underWay = null));
    return this.underWay;
  }

  private async put(): Promise<string> {
    return `${await register.metrics()}\n${await this.gauges.metrics()}`;
  }

  /** What cannot be known now is no number; the others are told all the same. */
  private async ask(name: string, measure: () => Promise<number>): Promise<number> {
    try {
      return await measure();
    } catch (error) {
      this.logger.debug(`${name} cannot be measured: ${String(error)}`);
      return Number.NaN;
    }
  }
}
