import { Pipe, type PipeTransform, inject } from '@angular/core';
import { type Problem } from '@desk/web/core';
import { TranslocoService } from '@jsverse/transloco';
import { problemKey } from './problem-key';

/** One sentence for a problem: the server's own for a refusal, ours for everything else (its 404 knows rows, not people). */
export function problemWords(problem: Problem, transloco: TranslocoService): string {
  const isRefusal =
    problem.status >= 400 && problem.status < 500 && problem.status !== 404 && problem.detail !== '';
  return isRefusal ? problem.detail : transloco.translate(`${problemKey(problem)}.text`);
}

@Pipe({ name: 'problemWords' })
export class ProblemWords implements PipeTransform {
  private readonly transloco = inject(TranslocoService);

  transform(problem: Problem): string {
    return problemWords(problem, this.transloco);
  }
}
