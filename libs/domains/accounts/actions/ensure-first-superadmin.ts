import { Injectable, Logger } from '@nestjs/common';

import { Config, ConfigError } from '@desk/platform/config';
import { DomainError } from '@desk/platform/errors';

import { FirstSuperadmin } from './first-superadmin';

/** At the start: makes the superadmin that ADMIN_EMAIL and ADMIN_PASSWORD name, unless there is one already. */
@Injectable()
export class EnsureFirstSuperadmin {
  private readonly logger = new Logger(EnsureFirstSuperadmin.name);

  constructor(
    private readonly config: Config,
    private readonly first: FirstSuperadmin,
  ) {}

  /** @throws ConfigError when the address belongs to somebody who is no superadmin. */
  async run(): Promise<void> {
    const { admin } = this.config;
    if (admin === null || (await this.first.exists())) return;
    try {
      await this.first.create({ ...admin, first_name: 'Desk', last_name: 'Administrator' });
      this.logger.log('The first superadmin was created from ADMIN_EMAIL');
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      if (error.code === 'email_taken')
        throw new ConfigError('ADMIN_EMAIL', 'belongs to an account of another role');
      // Another process of this desk was faster.
      if (error.code !== 'set_up_closed') throw error;
    }
  }
}
