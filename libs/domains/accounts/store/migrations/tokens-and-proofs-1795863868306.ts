import { addColumn, type Columns, createTable, Migration, type Step } from '@desk/platform/database';

export class TokensAndProofs1795863868306 extends Migration {
  readonly name = 'TokensAndProofs1795863868306';

  steps(column: Columns): Step[] {
    return [
      addColumn('jrd_sessions', column.instant('proven_at?')),
      createTable({
        name: 'jrd_api_tokens',
        columns: [
          column.uuidKey(),
          column.uuid('user_id'),
          column.text('name', 100),
          column.text('token_hash', 64),
          column.text('prefix', 20),
          column.text('scopes', 40),
          column.instant('created_at'),
          column.instant('last_used_at?'),
          column.instant('expires_at?'),
          column.instant('revoked_at?'),
          column.text('revoked_reason?', 20),
        ],
        uniques: { ux_jrd_api_tokens_token_hash: ['token_hash'] },
        indexes: { ix_jrd_api_tokens_user_id: ['user_id', 'revoked_at'] },
      }),
    ];
  }
}
