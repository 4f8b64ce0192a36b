import { type Database } from '../database';
import { MysqlFulltext } from './mysql-fulltext';
import { type SearchIndex } from './search-index';
import { SqliteFts } from './sqlite-fts';

export { SearchIndex, type SearchDocument } from './search-index';
export { TicketSearch1700000000100 } from './ticket-search.migration';

export function searchIndexFor(database: Database): SearchIndex {
  return database.engine === 'sqlite' ? new SqliteFts(database) : new MysqlFulltext(database);
}
