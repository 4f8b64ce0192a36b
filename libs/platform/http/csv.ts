import { pipeline, Readable } from 'node:stream';

import { StreamableFile } from '@nestjs/common';
import { stringify } from 'csv-stringify';

/** What a cell may hold. */
type Cell = string | number | null;

/**
 * A list as a file for spreadsheets, sent while it is read. Cells that a spreadsheet would run as a formula are made
 * plain text: what is in them came from anybody.
 */
export function csvFile(
  name: string,
  columns: readonly string[],
  parts: AsyncIterable<readonly (readonly Cell[])[]>,
): StreamableFile {
  const options = { escape_formulas: true, record_delimiter: 'windows' } as const;
  const csv = stringify({ ...options, header: true, columns: columns.map((key) => ({ key })) });
  // Whoever hangs up ends the reading too; the error is theirs alone.
  pipeline(Readable.from(each(parts)), csv, () => undefined);
  return new StreamableFile(csv, {
    type: 'text/csv; charset=utf-8',
    disposition: `attachment; filename="${name}.csv"`,
  });
}

async function* each<T>(parts: AsyncIterable<readonly T[]>): AsyncGenerator<T> {
  for await (const part of parts) yield* part;
}
