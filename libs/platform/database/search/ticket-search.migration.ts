import { type MigrationInterface, type QueryRunner } from 'typeorm';

import { engineOf } from '../migration';

/** The index tables, one per engine, which no entity owns. */
export class TicketSearch1700000000100 implements MigrationInterface {
  readonly name = 'TicketSearch1700000000100';

  async up(runner: QueryRunner): Promise<void> {
    if (engineOf(runner) === 'sqlite') {
      await runner.query(
        `CREATE VIRTUAL TABLE IF NOT EXISTS ticket_search USING fts5(public_text, staff_text, tokenize = 'unicode61 remove_diacritics 0', detail = 'column')`,
      );
      return;
    }
    await runner.query(
      `CREATE TABLE IF NOT EXISTS ticket_search (
         ticket_id INT NOT NULL PRIMARY KEY,
         public_text MEDIUMTEXT NOT NULL,
         staff_text MEDIUMTEXT NOT NULL,
         FULLTEXT KEY ft_ticket_search_public (public_text),
         FULLTEXT KEY ft_ticket_search_all (public_text, staff_text)
       ) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE IF EXISTS ticket_search');
  }
}
