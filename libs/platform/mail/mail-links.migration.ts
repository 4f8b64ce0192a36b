import { addColumn, type Columns, Migration, type Step } from '@desk/platform/database';

export class MailLinks1795863676241 extends Migration {
  readonly name = 'MailLinks1795863676241';

  steps(column: Columns): Step[] {
    return [addColumn('mails', column.uuid('link_id?'))];
  }
}
