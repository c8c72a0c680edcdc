/** One answered request, for the page's list of recent traffic. */
interface Call {
  readonly at: string;
  readonly service: string;
  readonly method: string;
  readonly path: string;
  readonly status: number;
  readonly ms: number;
  /** What the call cost of its service's limit: SharePoint's or the directory's resource units, Outlook's requests. */
  readonly units?: number;
}

const kept = 300;

/** Counts what each service was asked since the start, and remembers the last few hundred requests. */
export class Traffic {
  readonly #requests = new Map<string, number>();
  readonly #operations = new Map<string, Map<string, number>>();
  #recent: Call[] = [];

  call(call: Call): void {
    this.#requests.set(call.service, (this.#requests.get(call.service) ?? 0) + 1);
    this.#recent.push(call);
    if (this.#recent.length > kept * 2) this.#recent = this.#recent.slice(-kept);
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

  recent(): Call[] {
    return this.#recent.slice(-kept);
  }
}
