/**
 * What this process computed for the work, its server in it too.
 * @returns milliseconds of the processors: neighbours on the machine do not move it, as they do the clock's.
 */
export async function processorTime(work: () => unknown): Promise<number> {
  const begin = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(begin);
  return (user + system) / 1000;
}
