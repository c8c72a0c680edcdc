/** What the page is told while it happens, over `GET /api/events`. */
type Happening =
  | { type: 'message' | 'update' | 'delete'; conversationId: string; activityId: string; userId?: string }
  | { type: 'typing'; conversationId: string }
  | { type: 'clock'; now: string }
  | { type: 'calendar'; userId: string }
  | { type: 'conversation'; conversationId: string; userId?: string; teamId?: string }
  | { type: 'tenant' };

type Listener = (happening: Happening) => void;

/** Tells every listener what happened, in order. */
export class Happenings {
  readonly #listeners = new Set<Listener>();

  tell(happening: Happening): void {
    for (const listener of this.#listeners) listener(happening);
  }

  /** Answers the way to stop listening. */
  listen(listener: Listener): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }
}
