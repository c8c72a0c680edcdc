import { createHash } from 'node:crypto';
import { appendFileSync } from 'node:fs';

/** One HTTP exchange as it was on the wire, secrets removed. */
export interface Exchange {
  readonly service: 'graph' | 'connector';
  readonly method: string;
  readonly url: string;
  readonly requestHeaders: Record<string, string>;
  readonly requestBody: unknown;
  readonly status: number;
  readonly responseBody: unknown;
}

const cardType = 'application/vnd.microsoft.card.adaptive';

/** Appends what was on the wire, and every distinct card shown, to the files asked for; does nothing without. */
export class Recording {
  readonly #exchanges: string | undefined;
  readonly #cards: string | undefined;
  readonly #seen = new Set<string>();

  constructor(exchanges: string | undefined, cards: string | undefined) {
    this.#exchanges = exchanges;
    this.#cards = cards;
  }

  get on(): boolean {
    return this.#exchanges !== undefined;
  }

  exchange(exchange: Exchange): void {
    if (this.#exchanges !== undefined) appendFileSync(this.#exchanges, `${JSON.stringify(exchange)}\n`);
  }

  card(card: unknown): void {
    if (this.#cards === undefined) return;
    const line = JSON.stringify(card);
    const print = createHash('sha256').update(line).digest('base64');
    if (this.#seen.has(print)) return;
    this.#seen.add(print);
    appendFileSync(this.#cards, `${line}\n`);
  }

  /** The cards among an activity's attachments. */
  cardsOf(activity: { attachments?: unknown }): void {
    if (!Array.isArray(activity.attachments)) return;
    for (const attachment of activity.attachments)
      if (attachment?.contentType === cardType) this.card(attachment.content);
  }
}

/** The headers to keep in a recording: that there was an authorisation, never which. */
export function withoutSecrets(headers: Headers): Record<string, string> {
  return Object.fromEntries(
    [...headers].map(([name, value]) => [name, /authorization|cookie/i.test(name) ? 'redacted' : value]),
  );
}
