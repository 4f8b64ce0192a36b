import { type Database } from '../database';
import { type SearchDocument, SearchIndex } from './search-index';
import { queryTokens, tokensOf } from './tokens';

/** FTS5. The application makes the tokens; `unicode61` only splits at the spaces it puts between them. */
export class SqliteFts extends SearchIndex {
  constructor(private readonly database: Database) {
    super();
  }

  async put(document: SearchDocument): Promise<void> {
    await this.remove(document.id);
    await this.add(document);
  }

  async add(document: SearchDocument): Promise<void> {
    await this.database.run('INSERT INTO ticket_search (rowid, public_text, staff_text) VALUES (?, ?, ?)', [
      document.id,
      tokensOf(document.publicText).join(' '),
      tokensOf(document.staffText).join(' '),
    ]);
  }

  async append(document: SearchDocument): Promise<void> {
    await this.database.run(
      `UPDATE ticket_search SET public_text = public_text || ' ' || ?, staff_text = staff_text || ' ' || ? WHERE rowid = ?`,
      [tokensOf(document.publicText).join(' '), tokensOf(document.staffText).join(' '), document.id],
    );
  }

  async remove(id: number): Promise<void> {
    await this.database.run('DELETE FROM ticket_search WHERE rowid = ?', [id]);
  }

  condition(column: string, query: string, staff: boolean): { sql: string; parameters: unknown[] } | null {
    const tokens = queryTokens(query);
    if (tokens.length === 0) return null;
    const words = tokens
      .map((token, index) => `"${token}"${index === tokens.length - 1 ? '*' : ''}`)
      .join(' AND ');
    const match = staff ? words : `public_text : (${words})`;
    return {
      sql: `${column} IN (SELECT rowid FROM ticket_search WHERE ticket_search MATCH ?)`,
      parameters: [match],
    };
  }
}
