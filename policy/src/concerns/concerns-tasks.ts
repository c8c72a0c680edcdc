import type { Temporal } from 'temporal-polyfill';
import { dateAt } from '../calendar/academic-calendar.ts';
import { shifted } from '../calendar/day-offset.ts';
import type { Task } from '../duties/task.ts';
import type { Facts } from '../facts.ts';
import { schoolsOn } from '../trust/belonging.ts';
import type { School } from '../trust/school.ts';
import type { TrustPolicy } from '../trust-policy.ts';
import { tasksOf, type Wanted } from './asking.ts';
import { type Concern, levelReached, openedOn } from './concern.ts';
import type { ConcernsPolicy } from './concerns-policy.ts';
import { latestDay } from './day-order.ts';
import { escalationDue } from './escalation.ts';
import { type RequiredProcedure, requiredProcedure } from './procedure.ts';
import { schoolStanding } from './school-standing.ts';
import { nextSteps } from './steps.ts';

/** What is on record about concerns. */
export interface ConcernRecords {
  readonly concerns: readonly Concern[];
}

/**
 * Everything owed about concerns at this moment (M37, M38): opening those that a grade or category asks for, the
 * steps of each level, raising a level after weeks without progress, decisions of the CEO and the Chair,
 * the move to the 3/4 procedure. Nothing is owed for schools that have left or not joined.
 */
export function concernsTasks(
  policy: TrustPolicy,
  own: ConcernsPolicy,
  facts: Facts,
  records: ConcernRecords,
  now: Temporal.Instant,
): readonly Task[] {
  return schoolsOn(facts.schools, dateAt(policy, now)).flatMap((school) => {
    const mine = records.concerns.filter(({ urn }) => urn === school.urn);
    const open = mine.filter(({ closed }) => !closed);
    const required = requiredProcedure(own, school, schoolStanding(policy, facts, school));
    const wanted = [
      ...opening(own, school, required, mine),
      ...open.flatMap((concern) => [
        ...moves(own, school, required, concern),
        ...steps(own, school, concern),
        ...raising(policy, own, school, concern),
        ...decisions(policy, own, school, concern),
      ]),
    ];
    return tasksOf(policy, own, facts, school, wanted, now);
  });
}

/** A grade or category that asks for a procedure is answered by a concern that is open, or was open after it. */
function opening(
  own: ConcernsPolicy,
  { urn, name }: School,
  required: RequiredProcedure,
  mine: readonly Concern[],
): Wanted[] {
  const { procedure, since, why } = required;
  if (!procedure || mine.some((one) => !one.closed || one.closed.on >= since)) return [];
  return [
    {
      key: `concern-opening/${urn}/${procedure}/${since}`,
      rule: 'M37',
      role: own.responsible,
      title: `Put on record what causes concern at ${name}`,
      from: since,
      until: shifted(since, own.openingDays),
      because: why.because.join(' '),
      otherwise: 'Without it no step, no extra data and no escalation follows.',
    },
  ];
}

function moves(own: ConcernsPolicy, { name }: School, required: RequiredProcedure, concern: Concern): Wanted[] {
  if (required.procedure !== '3-4' || concern.procedure === '3-4') return [];
  return [
    {
      key: `concern-move/${concern.id}/${required.since}`,
      rule: 'M37',
      role: own.responsible,
      title: `Move the concern about ${areaName(own, concern)} at ${name} to the 3/4 procedure`,
      from: latestDay(required.since, openedOn(concern)),
      because: required.why.because.join(' '),
      otherwise: 'Without it the school keeps the steps of a school at risk.',
    },
  ];
}

function steps(own: ConcernsPolicy, { name }: School, concern: Concern): Wanted[] {
  const { level } = levelReached(concern);
  return nextSteps(own, concern).map(({ step, from, by, why }) => ({
    key: `concern-step/${concern.id}/${concern.procedure}/${level}/${step.key}`,
    rule: why.rule,
    role: step.who,
    title: `${step.name} (${areaName(own, concern)}, ${name})`,
    from,
    until: by,
    because: why.because.join(' '),
    otherwise: 'Without it there is less to show progress by, and the concern may rise a level.',
  }));
}

function raising(policy: TrustPolicy, own: ConcernsPolicy, { name }: School, concern: Concern): Wanted[] {
  const due = escalationDue(policy, own, concern);
  if (due?.to === undefined) return [];
  return [
    {
      key: `concern-escalation/${concern.id}/${due.to}/${due.on}`,
      rule: due.why.rule,
      role: own.responsible,
      title: `Raise the concern about ${areaName(own, concern)} at ${name} to level ${due.to}, or record the progress seen`,
      from: due.on,
      because: due.why.because.join(' '),
      otherwise: 'Without it a concern stays where nothing moves.',
    },
  ];
}

/** The CEO and the Chair are asked once at their level, and again at the highest when weeks pass without progress. */
function decisions(policy: TrustPolicy, own: ConcernsPolicy, { name }: School, concern: Concern): Wanted[] {
  const reached = levelReached(concern);
  if (reached.level < own.ceoAndChairFrom) return [];
  const decided = concern.interventions.some(({ level }) => level >= reached.level);
  const again = escalationDue(policy, own, concern);
  if (decided && (!again || again.to !== undefined)) return [];
  const from = decided && again ? again.on : reached.on;
  return (['ceo', 'chair'] as const).map((role) => ({
    key: `concern-decision/${concern.id}/${reached.level}/${from}`,
    rule: 'M38',
    role,
    title: `Decide what the trust does about ${areaName(own, concern)} at ${name}`,
    from,
    until: shifted(from, own.decisionDays),
    because: decided && again ? again.why.because.join(' ') : `It reached level ${reached.level}: ${reached.why}`,
    otherwise: 'Without a decision a serious concern stays unanswered.',
  }));
}

function areaName(own: ConcernsPolicy, { area }: Concern): string {
  return own.areas.find(({ key }) => key === area)?.name.toLowerCase() ?? area;
}
