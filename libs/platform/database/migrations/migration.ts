import { type Columns } from '../columns';
import { createTable, type Step, type TablePlan } from './steps';

/** A change of the schema in steps, the same for both engines. The recipe: docs/recipes/add-a-migration.md. */
export abstract class Migration {
  /** It ends with 13 digits, by which migrations are ordered. */
  abstract readonly name: string;

  abstract steps(column: Columns): Step[];
}

/** A migration that creates tables, and drops them again in the opposite order. */
export abstract class CreateTables extends Migration {
  protected abstract tables(column: Columns): TablePlan[];

  steps(column: Columns): Step[] {
    return this.tables(column).map(createTable);
  }
}
