// @ts-nocheck
import { date } from '../policy-values.ts';
import type { Milestone, Objective, Plan, PlanAction } from './plan.ts';

/** Something wrong with a plan. An `error` keeps it from being agreed; a `warning` is worth a look. */
export interface PlanFinding {
  readonly level: 'error' | 'warning';
  readonly rule: 'M35' | 'M36';
  /** Id of the objective it is about, where it is about one. */
  readonly objective?: string;
  /** What is wrong and what to do. */
  readonly says: string;
}

/** What is wrong with a plan before anybody works by it (M35, M36): a development plan and both attainment plans. */
export function planFindings(plan: Plan): readonly PlanFinding[] {
  const rule: PlanFinding['rule'] = plan.kind === 'development' ? 'M35' : 'M36';
  const answered = new Set(plan.objectives.map(({ area }) => area));
  const supported = plan.objectives.some(({ actions }) => actions.some(({ support = '' }) => !blank(support)));
  const found = (level: PlanFinding['level'], says: string): PlanFinding => ({ level, rule, says });
  return [
    ...(plan.objectives.length > 0 ? [] : [found('error', 'It has no objective. Add one at least.')]),
    ...(plan.kind === 'development' || plan.areas.length > 0
      ? []
      : [found('error', 'It names no area of concern. Name those that put the school at risk.')]),
    ...plan.areas
      .filter((area) => !answered.has(area))
      .map((area) => found('error', `No objective answers the area ${area}. Add one, or take the area out.`)),
    ...(plan.kind === 'full' && !supported
      ? [found('error', 'It has no support of the trust. Say with an action what the trust adds.')]
      : []),
    ...plan.objectives.flatMap((one) => objectiveFindings(plan, one).map((each) => ({ ...each, rule }))),
    ...repeated(plan.objectives.map(({ id }) => id)).map((id) =>
      found('error', `Two objectives have the id ${id}. Give each its own.`),
    ),
    ...nothingBefore(plan).map((says) => found('error', says)),
  ];
}

function objectiveFindings(plan: Plan, given: Objective): Omit<PlanFinding, 'rule'>[] {
  const { id, what, owner = '', actions, milestones, impact } = given;
  const name = blank(what) ? id : what;
  const error = (says: string) => ({ level: 'error' as const, objective: id, says });
  return [
    ...(blank(what) ? [error(`The objective ${id} is empty. Say what is to be reached.`)] : []),
    ...(blank(owner) ? [error(`"${name}" has no owner. Name who answers for it.`)] : []),
    ...(actions.length > 0 ? [] : [error(`"${name}" has no action. Add what will be done.`)]),
    ...(milestones.length > 0 ? [] : [error(`"${name}" has no milestone. Add what can be seen, and by when.`)]),
    ...(blank(impact) ? [error(`"${name}" names no impact. Say what will be better for pupils.`)] : []),
    ...repeated([...actions, ...milestones].map((one) => one.id)).map((twice) =>
      error(`"${name}" has the id ${twice} twice. Give each action and milestone its own.`),
    ),
    ...actions
      .filter(({ cost }) => !Number.isInteger(cost) || cost < 0)
      .map((action) => error(`"${action.what}" costs ${action.cost}. Give whole pounds, 0 or more.`)),
    ...[...actions, ...milestones].flatMap((one) => dated(plan, one, id)),
  ];
}

/** An action or milestone needs words and a day; one before the plan began is looked at twice. */
function dated(plan: Plan, one: PlanAction | Milestone, objective: string): Omit<PlanFinding, 'rule'>[] {
  const name = blank(one.what) ? one.id : one.what;
  return [
    ...(blank(one.what) ? [{ level: 'error' as const, objective, says: `${one.id} is empty. Say what it is.` }] : []),
    ...(!date.safeParse(one.by).success
      ? [{ level: 'error' as const, objective, says: `"${name}" has no day. Give one as YYYY-MM-DD.` }]
      : one.by < plan.begun
        ? [{ level: 'warning' as const, objective, says: `"${name}" is for ${one.by}, before the plan began.` }]
        : []),
  ];
}

/** Governors note what was agreed with the head, not what is still being written (M35). */
function nothingBefore({ begun, agreed, noted }: Plan): readonly string[] {
  return [
    ...(agreed && agreed.on < begun ? [`It was agreed on ${agreed.on}, before it began. Correct a date.`] : []),
    ...(noted && !agreed ? ['It was noted by governors but not agreed with the head. Agree it first.'] : []),
    ...(noted && agreed && noted.on < agreed.on
      ? [`Governors noted it on ${noted.on}, before it was agreed on ${agreed.on}. Have it noted again.`]
      : []),
  ];
}

function blank(value: string): boolean {
  return value.trim() === '';
}

function repeated(ids: readonly string[]): readonly string[] {
  return [...new Set(ids.filter((id, index) => ids.indexOf(id) !== index))];
}
