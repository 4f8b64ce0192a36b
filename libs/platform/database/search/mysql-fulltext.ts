import { type Database } from '../database';
import { pad } from './padding';
import { type SearchDocument, SearchIndex } from './search-index';
import { queryTokens, tokensOf } from './tokens';

export class MysqlFulltext extends SearchIndex {
  constructor(private readonly database: Database) {
    super();
  }

  add(document: SearchDocument): Promise<void> {
    return this.write('INSERT', document);
  }

  put(document: SearchDocument): Promise<void> {
    return this.write('REPLACE', document);
  }

  async append(document: SearchDocument): Promise<void> {
    await this.database
      .write()
      .query(
        `UPDATE ticket_search SET public_text = CONCAT(public_text, ' ', ?), staff_text = CONCAT(staff_text, ' ', ?) WHERE ticket_id = ?`,
        [padded(document.publicText), padded(document.staffText), document.id],
      );
  }

  async remove(id: number): Promise<void> {
    await this.database.write().query('DELETE FROM ticket_search WHERE ticket_id = ?', [id]);
  }

  condition(column: string, query: string, staff: boolean): { sql: string; parameters: unknown[] } | null {
    const tokens = queryTokens(query);
    if (tokens.length === 0) return null;
    const words = tokens
      .map((token, index) => `+${pad(token)}${index === tokens.length - 1 ? '*' : ''}`)
      .join(' ');
    const columns = staff ? 'public_text, staff_text' : 'public_text';
    return {
      sql: `${column} IN (SELECT ticket_id FROM ticket_search WHERE MATCH (${columns}) AGAINST (? IN BOOLEAN MODE))`,
      parameters: [words],
    };
  }

  private async write(
    how: 'INSERT' | 'REPLACE',
    { id, publicText, staffText }: SearchDocument,
  ): Promise<void> {
    await this.database
      .write()
      .query(`${how} INTO ticket_search (ticket_id, public_text, staff_text) VALUES (?, ?, ?)`, [
        id,
        padded(publicText),
        padded(staffText),
      ]);
  }
}

function padded(text: string): string {
  return pad(tokensOf(text).join(' '));
}
