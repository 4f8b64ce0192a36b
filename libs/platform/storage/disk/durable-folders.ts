import { mkdir, open } from 'node:fs/promises';
import { dirname } from 'node:path';

/** Folders below one whose names survive a power loss: a file is no safer than the entry of the folder it lies in. */
export class DurableFolders {
  /** On the disk for certain. Whoever made a folder may not have come to that yet, so each process sees to it once. */
  private readonly known = new Set<string>();

  constructor(readonly root: string) {}

  async make(path: string): Promise<void> {
    const made = await mkdir(path, { recursive: true });
    if (made === undefined && this.known.has(path)) return;
    const top = made !== undefined && made.length < this.root.length ? made : this.root;
    const seen: string[] = [];
    for (let each = path; ; each = dirname(each)) {
      await this.sync(dirname(each));
      seen.push(each);
      if (each === top || this.known.has(dirname(each))) break;
    }
    for (const each of seen) this.known.add(each);
  }

  async sync(path: string): Promise<void> {
    const folder = await open(path, 'r');
    try {
      await folder.sync();
    } finally {
      await folder.close();
    }
  }
}
