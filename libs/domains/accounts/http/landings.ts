import { Injectable } from '@nestjs/common';

import { Config } from '@desk/platform/config';

import { type Landing } from '../actions/landing';

/** Pages as addresses of this desk, without scheme and host: nobody is sent elsewhere. */
@Injectable()
export class Landings {
  constructor(private readonly config: Config) {}

  addressOf({ app, path }: Landing): string {
    return `${this.config.urlPrefix}${app === 'console' ? '/console' : ''}${path}`;
  }
}
