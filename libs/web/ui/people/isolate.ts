import { Pipe, type PipeTransform } from '@angular/core';
import { isolated } from '@desk/web/core';

/** A name within a translated sentence: `{{ 'ticket.new.me' | transloco: { name: agent.name | isolate } }}` */
@Pipe({ name: 'isolate' })
export class Isolate implements PipeTransform {
  transform(text: string): string {
    return isolated(text);
  }
}
