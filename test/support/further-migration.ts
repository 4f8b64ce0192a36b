import {
  addColumn,
  addIndex,
  changeRows,
  type Columns,
  createTable,
  joinSchemas,
  Migration,
  type Schema,
} from '@desk/platform/database';

export const NOON = '2026-03-02 12:00:00.123';

/** What a later version might do to a database in use: every kind of step and of column. */
export class FurtherWork1800000000000 extends Migration {
  readonly name = 'FurtherWork1800000000000';

  steps(column: Columns) {
    return [
      createTable({
        name: 'further_marks',
        columns: [column.id(), column.int('ticket_id'), column.text('mark', 20)],
        indexes: { ix_further_marks_ticket: ['ticket_id'] },
      }),
      changeRows(
        "INSERT INTO further_marks (ticket_id, mark) SELECT id, priority FROM jrd_tickets WHERE status = 'open'",
        'DELETE FROM further_marks',
        null,
      ),
      addColumn('jrd_tickets', column.text('contact', 100), "the desk's lead"),
      addColumn('jrd_tickets', column.long('remark'), ''),
      addColumn('jrd_tickets', column.int('effort'), 3),
      addColumn('jrd_tickets', column.bool('is_watched'), 1),
      addColumn('jrd_tickets', column.instant('seen_at'), NOON),
      addColumn('jrd_tickets', column.uuid('watcher_id?')),
      addIndex('jrd_tickets', 'ix_tickets_contact', ['contact', 'id']),
      addIndex('jrd_tickets', 'ux_tickets_effort', ['effort', 'id'], true),
    ];
  }
}

/** The schema of that version. */
export const further = (schema: Schema): Schema =>
  joinSchemas([schema, { entities: [], migrations: [FurtherWork1800000000000] }]);
