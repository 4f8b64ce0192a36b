import { Injectable, inject, signal } from '@angular/core';
import { Api, type UserView, updateUser } from '@desk/web/api-client';
import { Formats, Problem, isolated } from '@desk/web/core';
import { Confirm, Notices } from '@desk/web/ui';
import { TranslocoService } from '@jsverse/transloco';

const AT_ONCE = 4;
const NAMED = 8;

export type Person = Pick<UserView, 'id' | 'full_name' | 'is_active'>;

export interface Refusal {
  person: Person;
  problem: Problem;
}

/** Activates and deactivates people, one by one, and says who could not be. */
@Injectable()
export class Activation {
  private readonly api = inject(Api);
  private readonly confirm = inject(Confirm);
  private readonly notices = inject(Notices);
  private readonly formats = inject(Formats);
  private readonly transloco = inject(TranslocoService);

  readonly progress = signal<{ done: number; total: number } | null>(null);
  readonly refused = signal<readonly Refusal[]>([]);

  /** Asks first. `changed` is called whenever somebody is in another state, also when it was taken back. */
  async run(people: readonly Person[], active: boolean, changed: () => void): Promise<void> {
    const way = active ? 'activate' : 'deactivate';
    const others = people.filter(({ is_active }) => is_active !== active);
    if (others.length === 0) {
      this.notices.done(this.words(`${way}.nobody`, people));
      return;
    }
    const question = {
      heading: this.words(`${way}.heading`, others),
      text: this.words(`${way}.text`, others),
      action: this.words(`${way}.action`, others),
      isDestructive: !active,
    };
    if (!(await this.confirm.ask(question))) return;
    const done = await this.each(others, active);
    changed();
    if (done.length === 0) return;
    if (await this.notices.doneWithUndo(this.words(`${way}.done`, done))) {
      await this.each(done, !active);
      changed();
    }
  }

  /** Sets, and never turns round: somebody whom another has switched meanwhile is as it was asked. */
  private async each(people: readonly Person[], active: boolean): Promise<Person[]> {
    const waiting = [...people];
    const done = new Set<Person>();
    this.refused.set([]);
    this.progress.set({ done: 0, total: people.length });
    const work = async () => {
      for (let person = waiting.shift(); person; person = waiting.shift()) {
        try {
          await this.api.invoke(updateUser, { id: person.id, body: { is_active: active } });
          done.add(person);
        } catch (thrown) {
          const refusal = { person, problem: Problem.from(thrown) };
          this.refused.update((refused) => [...refused, refusal]);
        }
        this.progress.update((progress) => progress && { ...progress, done: progress.done + 1 });
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, work));
    this.progress.set(null);
    return people.filter((person) => done.has(person));
  }

  private words(key: string, people: readonly Person[]): string {
    const number = people.length === 1 ? 'one' : 'many';
    const names = people.slice(0, NAMED).map(({ full_name }) => isolated(full_name));
    const more = people.length - names.length;
    if (more > 0) names.push(this.transloco.translate('people.activation.more', { count: more }));
    return this.transloco.translate('people.activation.' + `${key}.${number}`, {
      names: this.formats.list(names),
      count: this.formats.number(people.length),
    });
  }
}
