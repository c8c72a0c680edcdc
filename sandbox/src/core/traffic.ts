import type { Wire } from './wire.ts';

/** One answered request, for the page's list of recent traffic. */
interface Call {
  readonly at: string;
  readonly service: string;
  readonly method: string;
  readonly path: string;
  /** 0: the connection was broken instead of an answer. */
  readonly status: number;
  readonly ms: number;
  /** What the call cost of its service's limit: SharePoint's or the directory's resource units, Outlook's requests. */
  readonly units?: number;
}
type Numbered = Call & { readonly n: number; readonly parts?: Wire['parts'] };

const kept = 300;

/** Counts what each service was asked since the start, and remembers the last few hundred requests. */
export class Traffic {
  readonly #requests = new Map<string, number>();
  readonly #operations = new Map<string, Map<string, number>>();
  readonly #wires = new Map<number, Wire>();
  #recent: Numbered[] = [];
  #last = 0;

  /** Answers the call's number, under which `wire` keeps what it carried. Numbers only grow. */
  call(call: Call): number {
    this.#last += 1;
    this.#requests.set(call.service, (this.#requests.get(call.service) ?? 0) + 1);
    this.#recent.push({ ...call, n: this.#last });
    if (this.#recent.length > kept * 2) this.#recent = this.#recent.slice(-kept);
    this.#wires.delete(this.#last - kept);
    return this.#last;
  }

  wire(n: number, wire: Wire): void {
    if (n > this.#last - kept) this.#wires.set(n, wire);
  }

  /** What a call carried; undefined where it was too long ago, or nothing was kept of it. */
  wireOf(n: number): Wire | undefined {
    return this.#wires.get(n);
  }

  /** Counts one operation by its template; the parts of a `$batch` count each, and the batch as well. */
  operation(service: string, name: string): void {
    const known = this.#operations.get(service) ?? new Map<string, number>();
    this.#operations.set(service, known.set(name, (known.get(name) ?? 0) + 1));
  }

  counts(service: string): { requests: number; byOperation: Record<string, number> } {
    const operations = [...(this.#operations.get(service) ?? [])].sort(([a], [b]) => a.localeCompare(b));
    return { requests: this.#requests.get(service) ?? 0, byOperation: Object.fromEntries(operations) };
  }

  /** The calls after number `after`, as far back as they are kept. */
  recent(after = 0): Numbered[] {
    return this.#recent
      .slice(-kept)
      .filter(({ n }) => n > after)
      .map((call) => {
        const parts = this.#wires.get(call.n)?.parts;
        return parts === undefined ? call : { ...call, parts };
      });
  }
}
