import { addColumn, type Columns, Migration, type Step } from '@desk/platform/database';

export class KeyboardShortcuts1795867600000 extends Migration {
  readonly name = 'KeyboardShortcuts1795867600000';

  steps(column: Columns): Step[] {
    return [addColumn('jrd_users', column.bool('keyboard_shortcuts'), 1)];
  }
}
