export interface SearchDocument {
  id: number;
  /** What a customer who may see the object may find it by. */
  publicText: string;
  /** What only staff may find it by: internal notes. */
  staffText: string;
}

/**
 * The port for full text over tickets, written by stores in the same unit of work as the text itself. The one place
 * with dialect SQL. Its table belongs to no entity, so the schema diff leaves it alone.
 */
export abstract class SearchIndex {
  /** A document that is not there yet. */
  abstract add(document: SearchDocument): Promise<void>;
  /** In place of one that may be there. */
  abstract put(document: SearchDocument): Promise<void>;
  /** Appends to a document: a comment added to a ticket. */
  abstract append(document: SearchDocument): Promise<void>;
  abstract remove(id: number): Promise<void>;
  /**
   * A condition on `column` (a ticket id) that is true for rows matching every word of `query`, or null when the
   * query has no searchable word. `staff` false never looks at staff text.
   */
  abstract condition(
    column: string,
    query: string,
    staff: boolean,
  ): { sql: string; parameters: unknown[] } | null;
}
