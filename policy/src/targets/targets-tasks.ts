import type { Temporal } from 'temporal-polyfill';
import { ceoOf } from '../access/roles.ts';
import { academicYearAt, dateAt, isoOf } from '../calendar/academic-calendar.ts';
import { onSchoolDay } from '../calendar/day-offset.ts';
import type { Task } from '../duties/task.ts';
import type { Facts } from '../facts.ts';
import { schoolsOn } from '../trust/belonging.ts';
import type { TrustPolicy } from '../trust-policy.ts';
import { boardApproval, boardMembers, putsOf, type TargetsForBoard } from './board-approval.ts';
import { schoolTargetTasks } from './school-target-tasks.ts';
import { signedOff, type Target, targetOf } from './target.ts';
import { targetCells, yearSpan } from './target-cells.ts';
import { instantOf, isBefore } from './target-step.ts';
import type { TargetsPolicy } from './targets-policy.ts';

/** What is on record about targets. */
export interface TargetRecords {
  readonly targets: readonly Target[];
  readonly forBoard: readonly TargetsForBoard[];
}

/**
 * Everything owed about the running year's targets at this moment (M20 to M22): proposing, agreeing, signing off,
 * raising those that are surpassed, putting the trust's to the board, approving them. Nothing is owed once the year is
 * over, nor for schools that have left or not joined.
 */
export function targetsTasks(
  policy: TrustPolicy,
  own: TargetsPolicy,
  facts: Facts,
  records: TargetRecords,
  now: Temporal.Instant,
): readonly Task[] {
  const year = academicYearAt(policy, now);
  const span = year === undefined ? undefined : yearSpan(policy, year);
  if (year === undefined || !span) return [];
  const schools = schoolsOn(facts.schools, dateAt(policy, now));
  const owed = [
    ...schools.flatMap((school) => schoolTargetTasks(policy, own, facts, records.targets, school, year, span)),
    ...boardTasks(policy, own, facts, records, schools, year, span),
  ];
  return owed.filter(({ since }) => (instantOf(since)?.epochMilliseconds ?? Infinity) <= now.epochMilliseconds);
}

function boardTasks(
  policy: TrustPolicy,
  own: TargetsPolicy,
  facts: Facts,
  { targets, forBoard }: TargetRecords,
  schools: Facts['schools'],
  year: string,
  span: { readonly from: string; readonly to: string },
): Task[] {
  const puts = putsOf(forBoard, year);
  const last = puts.at(-1);
  const by = isoOf(onSchoolDay(policy, span.from, own.days.boardDue, span.to));
  if (!last) return putting(policy, own, facts, targets, schools, year, span, by);
  if (boardApproval(own, last).approved) return [];
  const approving = boardMembers(own, facts)
    .filter(({ id }) => !last.approvals.some((one) => one.by === id))
    .map(({ id }): Task => {
      // An answer to what they asked brings the question of approval back to them.
      const answers = (last.questions ?? []).flatMap((one) => (one.by === id && one.answer ? [one.answer.at] : []));
      const since = answers.at(-1) ?? last.putAt;
      return {
        kind: 'task',
        key: `target-approval/${year}/${puts.length}/${id}${answers.length > 0 ? `/${answers.length}` : ''}`,
        rule: 'M22',
        person: id,
        title: `Approve the trust's targets for ${year}`,
        since,
        ...(isBefore(since, by) ? { by } : {}),
        because: `${answers.length > 0 ? 'Your question is answered' : 'They were put to the board'}; ${boardApproval(own, last).why.because.join(' ')}`,
        otherwise: "Without it the trust's targets are not approved.",
      };
    });
  return [...approving, ...answering(facts, last, puts.length)];
}

/** Questions of the board that wait for the CEO (M22). */
function answering(facts: Facts, { academicYear, questions = [] }: TargetsForBoard, put: number): Task[] {
  const ceo = ceoOf(facts);
  if (!ceo) return [];
  return questions.flatMap(({ by, at, answer }, place) => {
    if (answer) return [];
    const name = facts.people.find(({ id }) => id === by)?.name ?? 'a director';
    return [
      {
        kind: 'task',
        key: `target-question/${academicYear}/${put}/${place}/${ceo.id}`,
        rule: 'M22',
        person: ceo.id,
        title: `Answer ${name}'s question on the trust's targets for ${academicYear}`,
        since: at,
        because: 'They ask before they approve.',
        otherwise: 'They may not approve until it is answered.',
      },
    ];
  });
}

/** From the day the last target is signed off, or from the day by which all should have been. */
function putting(
  policy: TrustPolicy,
  own: TargetsPolicy,
  facts: Facts,
  targets: readonly Target[],
  schools: Facts['schools'],
  year: string,
  span: { readonly from: string; readonly to: string },
  by: string,
): Task[] {
  const ceo = ceoOf(facts);
  if (!ceo || !targets.some(({ academicYear }) => academicYear === year)) return [];
  const standings = schools.map((school) => ({
    school,
    signed: targetCells(policy, own, school).map((cell) => firstSignedOff(targetOf(targets, school.urn, year, cell))),
  }));
  const signed = standings.flatMap((one) => one.signed.flatMap((at) => at ?? []));
  if (signed.length === 0) return [];
  const gaps = standings.filter((one) => one.signed.includes(undefined)).map(({ school }) => school.name);
  const due = onSchoolDay(policy, span.from, own.days.signOffDue, span.to);
  const done = signed.reduce((late, one) => (late.epochMilliseconds > one.epochMilliseconds ? late : one));
  const since = gaps.length === 0 && done.epochMilliseconds < due.epochMilliseconds ? done : due;
  return [
    {
      kind: 'task',
      key: `target-board/${year}/${ceo.id}`,
      rule: 'M22',
      person: ceo.id,
      title: `Put the trust's targets for ${year} to the board`,
      since: isoOf(since),
      by,
      because:
        gaps.length === 0
          ? 'The targets of every school are signed off.'
          : `Targets should be signed off by now; some are missing from ${gaps.join(', ')}.`,
      otherwise: 'Without it the trust has no approved targets this year.',
    },
  ];
}

function firstSignedOff(target: Target | undefined): Temporal.Instant | undefined {
  if (!signedOff(target)) return undefined;
  const first = target?.revisions.find(({ state }) => state === 'signed-off');
  return first && instantOf(first.at);
}
