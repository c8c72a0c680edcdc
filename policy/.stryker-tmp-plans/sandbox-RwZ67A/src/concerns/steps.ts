// @ts-nocheck
import { shifted } from '../calendar/day-offset.ts';
import type { Why } from '../explanation/why.ts';
import { type Concern, levelReached, type StepDone } from './concern.ts';
import type { ConcernStep, ConcernsPolicy } from './concerns-policy.ts';
import { latestDay } from './day-order.ts';
import { entryFault, refusal } from './entry.ts';
import { levelPolicy } from './escalation.ts';
import type { Refusal } from './refusal.ts';

const RULE = 'M37';

/** A step of a concern's level that is not done yet. */
export interface StepDue {
  readonly step: ConcernStep;
  /** ISO date from which it can be done: when the step before it was done, or had to be. */
  readonly from: string;
  /** ISO date by which it is wanted. */
  readonly by: string;
  readonly why: Why;
}

/**
 * The steps still to do at the level a concern stands at, in order (M37); those of a level it has left are replaced by
 * the new ones. Days count from the day the level was reached, or from the move to the 3/4 procedure where that was
 * later; after a move within the level the steps begin with due diligence. None once the concern is closed.
 */
export function nextSteps(own: ConcernsPolicy, concern: Concern): readonly StepDue[] {
  if (concern.closed) return [];
  const { level } = levelReached(concern);
  const start = startOfSteps(concern);
  let from = start;
  return stepsOf(own, concern).flatMap((step) => {
    const done = doneOf(concern, level, step);
    const by = shifted(start, step.days);
    const due = { step, from, by };
    from = latestDay(from, done && done.on < by ? done.on : by);
    if (done) return [];
    const because = [
      `The concern stands at level ${level} of the procedure ${concern.procedure} since ${start}.`,
      `"${step.name}" is allowed ${step.days} days from then.`,
    ];
    return [{ ...due, why: { rule: RULE, because, wouldChange: 'Recording it as done, or closing the concern.' } }];
  });
}

/** Records that a step of the level was done (M37); refuses one that is not asked now, is done, or is dated wrongly. */
export function recordStep(
  own: ConcernsPolicy,
  concern: Concern,
  given: { readonly step: string; readonly on: string; readonly by: string },
): { readonly ok: true; readonly concern: Concern } | Refusal {
  if (concern.closed)
    return refusal(RULE, 'Open a new concern if it is back.', `It was closed on ${concern.closed.on}.`);
  const open = nextSteps(own, concern).map(({ step }) => step.key);
  if (!open.includes(given.step))
    return refusal(
      RULE,
      open.length > 0 ? `Choose one of ${open.join(', ')}.` : 'Record the progress seen instead: every step is done.',
      `The step ${given.step} is not to be done now.`,
    );
  const fault = entryFault(RULE, { ...given, why: given.step }, startOfSteps(concern));
  if (fault) return fault;
  const done: StepDone = { ...given, procedure: concern.procedure, level: levelReached(concern).level };
  return { ok: true, concern: { ...concern, steps: [...concern.steps, done] } };
}

/** The day from which the days of the present steps count. */
function startOfSteps(concern: Concern): string {
  return latestDay(levelReached(concern).on, concern.moved?.on);
}

function stepsOf(own: ConcernsPolicy, concern: Concern): readonly ConcernStep[] {
  const { level, on } = levelReached(concern);
  const all = (levelPolicy(own, level)?.steps ?? []).filter(({ procedures }) => procedures.includes(concern.procedure));
  // A level reached after the move begins at its own beginning; on the day of the move, due diligence still comes first.
  if (!concern.moved || concern.moved.on < on) return all;
  const entry = all.findIndex(({ dueDiligence }) => dueDiligence);
  return entry < 0 ? all : all.slice(entry);
}

function doneOf(concern: Concern, level: number, { key }: ConcernStep): StepDone | undefined {
  return concern.steps.find((one) => one.procedure === concern.procedure && one.level === level && one.step === key);
}
