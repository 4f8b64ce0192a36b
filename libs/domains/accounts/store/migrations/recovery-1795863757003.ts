import { addColumn, type Columns, createTable, Migration, type Step } from '@desk/platform/database';

/** Links by mail, and what they prove. */
export class Recovery1795863757003 extends Migration {
  readonly name = 'Recovery1795863757003';

  steps(column: Columns): Step[] {
    return [
      addColumn('jrd_users', column.instant('email_verified_at?')),
      addColumn('jrd_users', column.instant('invited_at?')),
      addColumn('jrd_users', column.instant('password_reset_at?')),
      createTable({
        name: 'jrd_one_time_links',
        columns: [
          column.uuidKey(),
          column.text('purpose', 10),
          column.uuid('user_id'),
          column.text('email', 254),
          column.instant('created_at'),
          column.instant('expires_at'),
          column.instant('used_at?'),
        ],
        indexes: {
          ix_jrd_one_time_links_user_id: ['user_id', 'purpose', 'created_at'],
          ix_jrd_one_time_links_expires_at: ['expires_at'],
        },
      }),
    ];
  }
}
