/**
 * A lane lets a fixed number of requests through at once, in the order they came. Outlook allows four at a time for
 * an application and a mailbox; a batch of mailbox requests fills the lane, since Graph takes it apart into as many.
 */
export class Lane {
  readonly #width: number;
  #free: number;
  readonly #waiting: { readonly width: number; readonly go: () => void }[] = [];

  constructor(width: number) {
    this.#width = width;
    this.#free = width;
  }

  async through<T>(work: () => Promise<T>, width = 1): Promise<T> {
    const taken = Math.min(width, this.#width);
    await this.#enter(taken);
    try {
      return await work();
    } finally {
      this.#free += taken;
      this.#next();
    }
  }

  #enter(width: number): Promise<void> {
    return new Promise((go) => {
      this.#waiting.push({ width, go });
      this.#next();
    });
  }

  #next(): void {
    for (let first = this.#waiting[0]; first !== undefined && first.width <= this.#free; first = this.#waiting[0]) {
      this.#waiting.shift();
      this.#free -= first.width;
      first.go();
    }
  }
}
