import { type Columns, CreateTables, type TablePlan } from '@desk/platform/database';

export class Identities1795864117936 extends CreateTables {
  readonly name = 'Identities1795864117936';

  protected tables(column: Columns): TablePlan[] {
    return [
      {
        name: 'jrd_identities',
        columns: [
          column.uuidKey(),
          column.uuid('user_id'),
          column.text('issuer', 255),
          column.text('subject', 255),
          column.text('email', 254),
          column.instant('linked_at'),
          column.instant('last_used_at'),
        ],
        uniques: {
          ux_jrd_identities_issuer_subject: ['issuer', 'subject'],
          ux_jrd_identities_user_id_issuer: ['user_id', 'issuer'],
        },
      },
    ];
  }
}
