import { Migration } from '../migrations/migration';
import { type Step, statement } from '../migrations/steps';

/** The index tables, one per engine, which no entity owns. */
export class TicketSearch1700000000100 extends Migration {
  readonly name = 'TicketSearch1700000000100';

  steps(): Step[] {
    const create = {
      sqlite: `CREATE VIRTUAL TABLE IF NOT EXISTS ticket_search USING fts5(public_text, staff_text, tokenize = 'unicode61 remove_diacritics 0', detail = 'column')`,
      mysql: `CREATE TABLE IF NOT EXISTS ticket_search (
         ticket_id INT NOT NULL PRIMARY KEY,
         public_text MEDIUMTEXT NOT NULL,
         staff_text MEDIUMTEXT NOT NULL,
         FULLTEXT KEY ft_ticket_search_public (public_text),
         FULLTEXT KEY ft_ticket_search_all (public_text, staff_text)
       ) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin`,
    };
    return [statement(create, 'DROP TABLE IF EXISTS ticket_search', 'ticket_search')];
  }
}
