import { type columnsFor, CreateTables, type TablePlan } from '@desk/platform/database';

export class SecondFactors1795865651470 extends CreateTables {
  readonly name = 'SecondFactors1795865651470';

  protected tables(column: ReturnType<typeof columnsFor>): TablePlan[] {
    return [
      {
        name: 'jrd_second_factors',
        columns: [
          column.uuidKey('user_id'),
          column.text('secret', 255),
          column.instant('created_at'),
          column.instant('confirmed_at?'),
          column.int('last_step'),
          column.int('failures'),
          column.instant('failed_at?'),
        ],
      },
      {
        name: 'jrd_recovery_codes',
        columns: [
          column.id(),
          column.uuid('user_id'),
          column.text('code_hash', 64),
          column.instant('created_at'),
          column.instant('used_at?'),
        ],
        uniques: { ux_jrd_recovery_codes_user_code: ['user_id', 'code_hash'] },
      },
      {
        name: 'jrd_factor_roles',
        columns: [column.textKey('role', 20), column.instant('created_at')],
      },
    ];
  }
}
