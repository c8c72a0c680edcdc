/** Targets and what the board was given and answered, as the replicas stand now; the same objects until a row changes. */
import type { Target, TargetRecords, TargetRevision, TargetsForBoard } from '@owls/policy';
import {
  type BoardAnswerRow,
  forBoardOf,
  type PutRow,
  readAnswer,
  readPut,
  readTarget,
  readTrustTarget,
  type TargetRow,
  type TrustTargetRow,
  targetKey,
} from '../targets/rows.ts';
import type { RowProblem } from '../world.ts';
import type { listsOf } from './lists.ts';
import { Projection } from './projection.ts';
import type { Replicas } from './replicas.ts';

export class TargetIndex {
  readonly steps: Projection<TargetRow>;
  readonly puts: Projection<PutRow>;
  readonly answers: Projection<BoardAnswerRow>;
  readonly #trustTargets: Projection<TrustTargetRow>;
  #kept: { readonly from: readonly unknown[]; readonly kept: TargetRecords } | undefined;

  constructor(timeZone: string, lists: ReturnType<typeof listsOf>, replicas: Replicas) {
    this.steps = new Projection(lists.targets, replicas.targets, timeZone, readTarget);
    this.#trustTargets = new Projection(lists.trustTargets, replicas.trustTargets, timeZone, readTrustTarget);
    this.puts = new Projection(lists.boardPuts, replicas.boardPuts, timeZone, readPut);
    this.answers = new Projection(lists.boardAnswers, replicas.boardAnswers, timeZone, readAnswer);
  }

  kept(): TargetRecords {
    const [steps, puts] = [this.steps.values(), this.puts.values()];
    const [trustTargets, answers] = [this.#trustTargets.values(), this.answers.values()];
    const from = [steps, puts, trustTargets, answers];
    if (this.#kept === undefined || from.some((part, at) => part !== this.#kept?.from[at])) {
      const kept = { targets: targetsOf(steps), forBoard: puts.map((put) => forBoard(put, trustTargets, answers)) };
      this.#kept = { from, kept };
    }
    return this.#kept.kept;
  }

  /** The number of a target's last step; 0 before the first. A step removed by hand leaves its number unused. */
  lastNumber(key: string): number {
    return Math.max(0, ...this.steps.values().flatMap((row) => (targetKey(row) === key ? [row.number] : [])));
  }

  problems(): readonly RowProblem[] {
    return [this.steps, this.#trustTargets, this.puts, this.answers].flatMap((list) => list.problems());
  }
}

function targetsOf(steps: readonly TargetRow[]): readonly Target[] {
  const lives = new Map<string, Target & { readonly revisions: TargetRevision[] }>();
  for (const { number: _number, revision, ...id } of steps.toSorted((one, other) => one.number - other.number)) {
    const key = targetKey(id);
    const life = lives.get(key);
    if (life === undefined) lives.set(key, { ...id, revisions: [revision] });
    else life.revisions.push(revision);
  }
  return [...lives.values()];
}

function forBoard(
  put: PutRow,
  trustTargets: readonly TrustTargetRow[],
  answers: readonly BoardAnswerRow[],
): TargetsForBoard {
  return forBoardOf(
    put,
    trustTargets.flatMap((row) => (row.put === put.put ? [row.target] : [])),
    answers.filter((row) => row.put === put.put),
  );
}
