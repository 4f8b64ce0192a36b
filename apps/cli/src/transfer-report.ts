import { isComplete, isEqual, type TransferReport } from '@desk/backend/transfer/report';

import { CommandFailed } from './failure';

/** One line a table, then one for all. @throws CommandFailed unless everything has arrived as it was. */
export function printReport(report: TransferReport): void {
  for (const each of report.tables) {
    const { table, source, target } = each;
    console.log(`${isEqual(each) ? 'equal    ' : 'DIFFERENT'} ${table} ${source.rows} rows ${source.hash}`);
    if (!isEqual(each)) console.log(`    target: ${target.rows} rows ${target.hash}`);
  }
  const rows = report.tables.reduce((sum, { source }) => sum + source.rows, 0);
  console.log(
    `${report.tables.length} tables, ${rows.toLocaleString('en')} rows, ${report.files.toLocaleString('en')} files`,
  );
  if (isComplete(report)) return;
  const different = report.tables.filter((each) => !isEqual(each)).map(({ table }) => table);
  const wrong = [...different, ...report.lostFiles.map((sha256) => `the file ${sha256}`)];
  throw new CommandFailed(
    `Not everything has arrived as it was: ${wrong.join(', ')}; begin anew with an empty target`,
  );
}
