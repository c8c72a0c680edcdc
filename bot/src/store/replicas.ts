/** The replicas of all lists that are read, brought up to date together: one request asks twenty for what changed. */
import type { Graph } from '../m365/graph.ts';
import { failureOf } from '../m365/graph-failure.ts';
import type { ReadListName } from './lists.ts';
import type { ListReplica } from './replica.ts';

export type Replicas = Readonly<Record<ReadListName, ListReplica>>;

/** Brings replicas up to date; whoever asks while it runs is served by the round after, which sees what they wrote. */
export class Refresher {
  readonly #graph: Graph;
  readonly #replicas: readonly ListReplica[];
  #running: Promise<void> | undefined;
  #queued: Promise<void> | undefined;

  constructor(graph: Graph, replicas: Replicas) {
    this.#graph = graph;
    this.#replicas = Object.values(replicas);
  }

  refresh(): Promise<void> {
    if (this.#running === undefined) {
      this.#running = this.#round().finally(() => {
        this.#running = undefined;
      });
      return this.#running;
    }
    const before = this.#running;
    this.#queued ??= (async () => {
      await Promise.allSettled([before]);
      this.#queued = undefined;
      await this.refresh();
    })();
    return this.#queued;
  }

  /** A list that can't be read does not keep the others from being; the first failure is thrown after the round. */
  async #round(): Promise<void> {
    const known = this.#replicas.flatMap((replica) => {
      const question = replica.nextQuestion;
      return question === undefined ? [] : [{ replica, question }];
    });
    const fresh = this.#replicas.filter((replica) => replica.nextQuestion === undefined);
    const answers = await this.#graph.batch(known.map(({ question }) => ({ method: 'GET', url: question })));
    const outcomes = await Promise.allSettled([
      ...fresh.map((replica) => replica.fill()),
      ...known.map(async ({ replica, question }, index) => {
        const answer = answers[index];
        if (answer === undefined) throw failureOf(`GET ${question}`, 0, undefined);
        if (answer.status >= 400 && answer.status !== 410) {
          throw failureOf(`delta of ${replica.title}`, answer.status, answer.body);
        }
        await replica.catchUp(answer);
      }),
    ]);
    const failed = outcomes.find((outcome) => outcome.status === 'rejected');
    if (failed !== undefined) throw failed.reason;
  }
}
