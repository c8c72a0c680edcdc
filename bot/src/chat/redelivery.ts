/** Teams delivers a slow activity again, with the same id: it is done once, and each delivery gets the same answer. */

const KEPT_MS = 10 * 60_000;
const MOST_KEPT = 5_000;

export class Redelivery<T> {
  private readonly known = new Map<string, { readonly at: number; readonly answer: Promise<T> }>();

  /** Runs `act`, or answers as it answered this id before. A failure is forgotten, so that a redelivery can mend it. */
  once(id: string | undefined, act: () => Promise<T>): Promise<T> {
    if (id === undefined) return act();
    const before = this.known.get(id);
    if (before) return before.answer;
    this.forgetOld();
    const answer = act();
    this.known.set(id, { at: performance.now(), answer });
    answer.catch(() => this.known.delete(id));
    return answer;
  }

  private forgetOld(): void {
    const now = performance.now();
    for (const [id, { at }] of this.known) {
      if (now - at < KEPT_MS && this.known.size < MOST_KEPT) break;
      this.known.delete(id);
    }
  }
}
