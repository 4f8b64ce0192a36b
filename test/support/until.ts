const GIVE_UP_MS = 10_000;

/** Waits for what other tasks bring about. */
export async function until(isSo: () => boolean | Promise<boolean>): Promise<void> {
  const end = Date.now() + GIVE_UP_MS;
  while (!(await isSo())) {
    if (Date.now() > end) throw new Error(`Waited in vain until ${String(isSo)}`);
    await new Promise<void>((resolve) => void setImmediate(resolve));
  }
}
