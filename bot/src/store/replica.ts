/**
 * The rows of one list, kept in memory: filled once by paging through its delta and kept current by the delta's token.
 * Reading costs no request however many rows there are. What a write was answered goes in at once.
 */
import { z } from 'zod';
import type { Graph, GraphAnswer } from '../m365/graph.ts';
import { GraphFailure } from '../m365/graph-failure.ts';
import { type Item, isLater, itemOf } from './item.ts';

const Page = z.object({
  value: z.array(z.unknown()),
  '@odata.nextLink': z.string().optional(),
  '@odata.deltaLink': z.string().optional(),
});

/** The most rows SharePoint gives at once. */
const PAGE = 5_000;
/** A link may come back once or twice after trouble; one that keeps coming back is a loop. */
const VISITS = 3;

export type Listener = (before: Item | undefined, after: Item | undefined) => void;

/** What one reading of the delta has met, so that a full reading knows what is no longer there. */
interface Reading {
  readonly met: Set<string>;
  /** Rows that were written or removed by us while it ran: newer than what it may still bring. */
  readonly touched: Set<string>;
}

export class ListReplica {
  readonly #graph: Graph;
  readonly #items = new Map<string, Item>();
  readonly #byKey = new Map<string, Item>();
  readonly #listeners: Listener[] = [];
  #token: string | undefined;
  #reading: Reading | undefined;

  constructor(
    graph: Graph,
    /** `/sites/{id}/lists/{id}` */
    readonly path: string,
    readonly title: string,
  ) {
    this.#graph = graph;
  }

  items(): IterableIterator<Item> {
    return this.#items.values();
  }

  byId(id: string): Item | undefined {
    return this.#items.get(id);
  }

  byKey(key: string): Item | undefined {
    return this.#byKey.get(key);
  }

  onChange(listener: Listener): void {
    this.#listeners.push(listener);
  }

  /** What to ask for to learn what changed since; undefined before the first filling. */
  get nextQuestion(): string | undefined {
    return this.#token;
  }

  /** Reads the whole list. What is no longer there goes; what we wrote meanwhile stays. */
  async fill(): Promise<void> {
    const reading: Reading = { met: new Set(), touched: new Set() };
    this.#reading = reading;
    try {
      await this.#read(`${this.path}/items/delta?$expand=fields&$top=${PAGE}`, undefined);
      for (const id of [...this.#items.keys()]) {
        if (!reading.met.has(id) && !reading.touched.has(id)) this.#set(id, undefined);
      }
    } finally {
      this.#reading = undefined;
    }
  }

  /** Takes in what changed, `answer` being the answer to {@link nextQuestion}. An expired token (410) means: all again. */
  async catchUp(answer: GraphAnswer): Promise<void> {
    if (answer.status === 410) return this.#fillAgain();
    if (this.#token === undefined) return this.fill();
    try {
      await this.#read(this.#token, answer);
    } catch (error) {
      if (error instanceof GraphFailure && error.status === 410) return this.#fillAgain();
      throw error;
    }
  }

  /** Takes in a row as an answer to a write showed it. */
  take(item: Item): void {
    this.#reading?.touched.add(item.id);
    this.#put(item);
  }

  /** Takes out a row that we deleted, or found gone. */
  drop(id: string): void {
    this.#reading?.touched.add(id);
    this.#set(id, undefined);
  }

  #fillAgain(): Promise<void> {
    this.#token = undefined;
    return this.fill();
  }

  async #read(question: string, firstAnswer: GraphAnswer | undefined): Promise<void> {
    const visits = new Map<string, number>();
    let link: string | undefined = question;
    let body = firstAnswer?.body;
    while (link !== undefined) {
      const visit = (visits.get(link) ?? 0) + 1;
      if (visit > VISITS) {
        throw new GraphFailure(
          0,
          'loopingLink',
          `delta of ${this.title}`,
          'the same page was named as the next again and again',
        );
      }
      visits.set(link, visit);
      body ??= await this.#graph.get(link);
      const page = Page.parse(body);
      body = undefined;
      for (const value of page.value) this.#meet(value);
      const deltaLink = page['@odata.deltaLink'];
      if (deltaLink !== undefined) this.#token = deltaLink;
      link = deltaLink === undefined ? page['@odata.nextLink'] : undefined;
    }
  }

  /** An item may come several times; the last counts, unless we know of a later one. */
  #meet(value: unknown): void {
    const item = itemOf(value);
    this.#reading?.met.add(item.id);
    if ('gone' in item) this.#set(item.id, undefined);
    else if (!this.#reading?.touched.has(item.id)) this.#put(item);
  }

  #put(item: Item): void {
    const known = this.#items.get(item.id);
    if (known !== undefined && (known.version === item.version || isLater(known.version, item.version) === true))
      return;
    this.#set(item.id, item);
  }

  #set(id: string, after: Item | undefined): void {
    const before = this.#items.get(id);
    if (before === undefined && after === undefined) return;
    if (before !== undefined && this.#byKey.get(before.key)?.id === id) this.#byKey.delete(before.key);
    if (after === undefined) this.#items.delete(id);
    else {
      this.#items.set(id, after);
      this.#byKey.set(after.key, after);
    }
    for (const listener of this.#listeners) listener(before, after);
  }
}
