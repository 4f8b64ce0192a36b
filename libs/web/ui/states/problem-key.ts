import { type Problem } from '@desk/web/core';

/** The strings for a problem without words of its own: `ui.problem.offline` and its kin, each with `.title` and `.text`. */
export function problemKey({ status }: Problem): string {
  if (status === 0) return 'ui.problem.offline';
  if (status === 403) return 'ui.problem.forbidden';
  if (status === 404) return 'ui.problem.missing';
  if (status === 413) return 'ui.problem.tooLarge';
  if (status === 415) return 'ui.problem.wrongType';
  if (status === 429) return 'ui.problem.tooMany';
  return 'ui.problem.failed';
}
