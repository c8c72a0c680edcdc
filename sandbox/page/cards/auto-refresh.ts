import { z } from 'zod';

const RefreshingCard = z.looseObject({
  refresh: z.looseObject({
    action: z.looseObject({
      type: z.literal('Action.Execute'),
      verb: z.string().optional(),
      data: z.unknown(),
      id: z.string().optional(),
    }),
    userIds: z.array(z.string()).optional(),
  }),
});

/** The Action.Execute by which a card asks to be refreshed for a viewer. */
export interface RefreshAction {
  readonly verb?: string;
  readonly id?: string;
  readonly data: unknown;
}

/**
 * The refresh a card wants for this viewer, if it names them; `viewerIds` are all ids the viewer is known by. Without
 * `userIds` Teams refreshes for everybody in a chat of up to 60 people and for nobody in a channel.
 */
export function refreshFor(
  card: unknown,
  viewerIds: readonly string[],
  where: 'chat' | 'channel',
): RefreshAction | undefined {
  const parsed = RefreshingCard.safeParse(card);
  if (!parsed.success) return undefined;
  const { action, userIds } = parsed.data.refresh;
  const named = userIds === undefined ? where === 'chat' : userIds.some((id) => viewerIds.includes(id));
  if (!named) return undefined;
  return {
    ...(action.verb === undefined ? {} : { verb: action.verb }),
    ...(action.id === undefined ? {} : { id: action.id }),
    data: action.data ?? {},
  };
}

/** How often a message's card is refreshed by itself while one looks at it, whatever its bot answers. */
const MOST_REFRESHES = 10;

/**
 * Decides when a card is refreshed by itself: once for each version of a message, and never a card that has just come
 * from the bot as the answer to this viewer. In a chat of two such an answer takes the message's place and so makes a
 * new version: without this rule a card that refreshes itself would ask its bot for ever.
 */
export class RefreshLedger {
  readonly #done = new Map<string, Set<string>>();
  readonly #answers = new Map<string, Set<string>>();
  readonly #running = new Map<string, number>();

  /** Whether to refresh now; each version is granted once. While a refresh or a press runs the question is left open. */
  begin(messageId: string, version: string, card: unknown): boolean {
    if (this.#running.has(messageId) || this.#answers.get(messageId)?.has(JSON.stringify(card))) return false;
    const done = this.#done.get(messageId) ?? new Set();
    if (done.has(version) || done.size >= MOST_REFRESHES) return false;
    this.#done.set(messageId, done.add(version));
    this.pressed(messageId);
    return true;
  }

  /** A button was pressed: what comes of it is shown before anything is refreshed. */
  pressed(messageId: string): void {
    this.#running.set(messageId, (this.#running.get(messageId) ?? 0) + 1);
  }

  /** A card came back from the bot for this viewer, by a refresh or by a button. */
  answered(messageId: string, card: unknown): void {
    this.#answers.set(messageId, (this.#answers.get(messageId) ?? new Set()).add(JSON.stringify(card)));
  }

  /** The refresh or the press ended. */
  end(messageId: string): void {
    const left = (this.#running.get(messageId) ?? 1) - 1;
    if (left > 0) this.#running.set(messageId, left);
    else this.#running.delete(messageId);
  }
}
