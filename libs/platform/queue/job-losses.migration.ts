import { addColumn, type Columns, Migration, type Step } from '@desk/platform/database';

/** Tries that ended with their process, told apart from those that failed. */
export class JobLosses1795863722236 extends Migration {
  readonly name = 'JobLosses1795863722236';

  steps(column: Columns): Step[] {
    return [addColumn('jobs', column.int('losses'), 0), addColumn('jobs', column.text('held_by?', 300))];
  }
}
