import { Injectable } from '@nestjs/common';

import { ListPage, Slice } from '@desk/platform/http';
import { PersonActor } from '@desk/platform/security';

import { ApiTokenRow, ApiTokens } from '../store/api-tokens';

@Injectable()
export class ApiTokenQueries {
  constructor(private readonly apiTokens: ApiTokens) {}

  own(actor: PersonActor, page: ListPage): Promise<Slice<ApiTokenRow>> {
    return this.apiTokens.pageOf(actor.id, page);
  }
}
