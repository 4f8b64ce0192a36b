const REMEMBERED = 500;

/** A push may come twice with the same id: this remembers the latest ones. */
export class SeenPushes {
  private readonly ids = new Set<string>();

  isRepeat(id: string): boolean {
    if (this.ids.has(id)) return true;
    this.ids.add(id);
    if (this.ids.size > REMEMBERED) {
      const [oldest] = this.ids;
      if (oldest !== undefined) this.ids.delete(oldest);
    }
    return false;
  }
}
