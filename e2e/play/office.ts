import { until } from '../local/processes.ts';
import { deliveriesIn } from './arrivals.ts';
import { ChatUser, cardOf, wordsOf } from './chat-user.ts';
import type { Ground } from './ground.ts';

interface Undelivered {
  readonly key: string;
  readonly person: string;
  readonly state: string;
  readonly stillOwed: boolean;
}

/**
 * The CEO's office while messages go astray: it looks at what the service does not know to have arrived, asks the
 * person whether it is there, and has it sent again or takes it off the list. Answers how many were sent again.
 */
export class Office {
  readonly #ground: Ground;
  readonly #working: Promise<void>;
  #failure: unknown;
  #isOpen = true;
  sentAgain = 0;

  constructor(ground: Ground) {
    this.#ground = ground;
    this.#working = this.#work().catch((error: unknown) => {
      this.#failure = error;
    });
  }

  /** Ends when nothing is left on the list. */
  async close(): Promise<void> {
    await until('the office settles what did not arrive', 60, async () =>
      (await this.#open()).length === 0 ? true : undefined,
    );
    this.leave();
    await this.#working;
    if (this.#failure !== undefined) throw this.#failure;
  }

  /** Stops looking, whatever is on the list. */
  leave(): void {
    this.#isOpen = false;
  }

  async #work(): Promise<void> {
    while (this.#isOpen) {
      for (const one of await this.#open()) await this.#settle(one);
      await new Promise((resolve) => setTimeout(resolve, 500));
    }
  }

  async #open(): Promise<readonly Undelivered[]> {
    const view = await this.#ground.ceo.call<{ readonly undelivered: readonly Undelivered[] }>('GET', '/deliveries');
    return view.undelivered.filter(({ state }) => state === 'unknown');
  }

  async #settle({ key, person, stillOwed }: Undelivered): Promise<void> {
    const goesAgain = stillOwed && !(await this.#isThere(key, person));
    const { status } = await this.#ground.ceo.ask('POST', `/deliveries/${goesAgain ? 'resend' : 'dismiss'}`, { key });
    // Refused where the card was used meanwhile, so it arrived; whatever else went wrong is looked at again.
    if (goesAgain && status < 400) this.sentAgain += 1;
  }

  async #isThere(key: string, person: string): Promise<boolean> {
    const { local, people, teamId } = this.#ground;
    if (people.some(({ id }) => id === person)) {
      const messages = await new ChatUser(local.control, person).messages();
      return messages.some((message) => deliveriesIn(message).includes(key));
    }
    const teams = await local.control.teams();
    for (const { id } of teams.find((team) => team.id === teamId)?.channels ?? []) {
      const posts = await local.control.messages(id);
      if (posts.some((post) => /categories/i.test(wordsOf(cardOf(post) ?? { type: 'none' })))) return true;
    }
    return false;
  }
}
