import { type columnsFor, CreateTables, type TablePlan } from '@desk/platform/database';

export class Accounts1700000001000 extends CreateTables {
  readonly name = 'Accounts1700000001000';

  protected tables(column: ReturnType<typeof columnsFor>): TablePlan[] {
    return [
      {
        name: 'jrd_users',
        columns: [
          column.uuidKey(),
          column.text('email', 254),
          column.text('email_key', 254),
          column.text('first_name', 150),
          column.text('last_name', 150),
          column.text('name_key', 320),
          column.text('password_hash?', 255),
          column.text('phone', 20),
          column.long('address'),
          column.text('avatar?', 255),
          column.text('role', 20),
          column.text('department', 100),
          column.text('job_title', 100),
          column.bool('is_active'),
          column.bool('is_staff'),
          column.bool('is_online'),
          column.bool('is_profile_completed'),
          column.text('timezone_pref', 50),
          column.bool('email_notifications'),
          column.bool('dark_mode'),
          column.instant('date_joined'),
          column.instant('last_login?'),
          column.instant('updated_at'),
        ],
        uniques: { ux_jrd_users_email_key: ['email_key'] },
        indexes: {
          ix_jrd_users_role_is_active: ['role', 'is_active'],
          ix_jrd_users_name_key: ['name_key', 'id'],
          ix_jrd_users_date_joined: ['date_joined', 'id'],
        },
      },
      {
        name: 'jrd_sessions',
        columns: [
          column.uuidKey(),
          column.uuid('user_id'),
          column.text('kind', 10),
          column.int('generation'),
          column.instant('rotated_at'),
          column.instant('created_at'),
          column.instant('last_used_at'),
          column.instant('expires_at'),
          column.instant('revoked_at?'),
          column.text('revoked_reason?', 20),
          column.text('ip_address', 45),
          column.text('user_agent', 500),
        ],
        indexes: {
          ix_jrd_sessions_user_id: ['user_id', 'revoked_at'],
          ix_jrd_sessions_expires_at: ['expires_at'],
        },
      },
      {
        name: 'jrd_login_audit',
        columns: [
          column.id(),
          column.uuid('user_id?'),
          column.text('email_attempted', 254),
          column.text('email_key', 254),
          column.text('status', 10),
          column.text('ip_address', 45),
          column.text('network', 45),
          column.long('user_agent'),
          column.instant('timestamp'),
        ],
        indexes: {
          ix_jrd_login_audit_email_key: ['email_key', 'status', 'timestamp'],
          ix_jrd_login_audit_user_network: ['user_id', 'status', 'network'],
          ix_jrd_login_audit_timestamp: ['timestamp'],
        },
      },
      {
        name: 'jrd_set_up',
        columns: [column.textKey('id', 20), column.uuid('user_id'), column.instant('created_at')],
      },
    ];
  }
}
