import { Injectable, PipeTransform } from '@nestjs/common';

import { notFound } from '@desk/platform/errors';

/** A malformed id in a path names nothing, so it is a 404 and never reaches a query. */
@Injectable()
export class IntId implements PipeTransform<string, number> {
  transform(value: string): number {
    const id = Number(value);
    if (!/^\d{1,10}$/.test(value) || id < 1 || id > 2 ** 31 - 1) throw notFound('object');
    return id;
  }
}

@Injectable()
export class UuidId implements PipeTransform<string, string> {
  transform(value: string): string {
    if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(value)) throw notFound('object');
    return value.toLowerCase();
  }
}
