/**
 * How much dearer something long is than the same in pieces, by processor time of this process, its server in it too.
 * What grows with the square of its length costs as many times as there are pieces; a slow machine slows both.
 * @param pieces into so many equal parts `whole` was cut for `piece`.
 */
export async function dearness(pieces: number, piece: () => unknown, whole: () => unknown): Promise<number> {
  // What is compiled or begun on first use counts for neither.
  await piece();
  const inPieces = await processorTime(async () => {
    for (let each = 0; each < pieces; each++) await piece();
  });
  return (await processorTime(whole)) / inPieces;
}

/** @returns milliseconds of the processors. */
async function processorTime(work: () => unknown): Promise<number> {
  const begin = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(begin);
  return (user + system) / 1000;
}
