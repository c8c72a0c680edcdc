import type { Temporal } from 'temporal-polyfill';
import { access } from '../access/access.ts';
import { academicYearAt, dateAt, halfTerms } from '../calendar/academic-calendar.ts';
import type { AcademicYear } from '../calendar/half-term.ts';
import type { Facts } from '../facts.ts';
import { approvalStays, takeApprovalBack } from '../targets/approval-taken-back.ts';
import { boardApproval, boardMembers, putsOf, type TargetsForBoard } from '../targets/board-approval.ts';
import { signedOff, type Target, targetOf } from '../targets/target.ts';
import { targetCells } from '../targets/target-cells.ts';
import { isCeo } from '../targets/target-step.ts';
import { type TrustTarget, trustTargets } from '../targets/trust-targets.ts';
import { schoolsOn } from '../trust/belonging.ts';
import { nameOf } from '../trust/name-of.ts';
import type { Person } from '../trust/people.ts';
import type { School } from '../trust/school.ts';
import type { TrustPolicy } from '../trust-policy.ts';
import { targetNames } from './target-names.ts';
import type { BoardTargetsView, NamedTrustTarget, SchoolTargetsState, TargetsView } from './views.ts';

/**
 * How far each school's targets of a year are that this reader may see, and what the board was given and answered
 * (M20, M22). The running year where none is named. Undefined for a reader without records to read, and for a year the
 * policy doesn't know.
 */
export function targetsView(
  policy: TrustPolicy,
  facts: Facts,
  person: Person,
  now: Temporal.Instant,
  asked?: AcademicYear,
): TargetsView | undefined {
  if (!access(policy, person, 'records.read', facts).allowed) return undefined;
  const known = [...new Set(halfTerms(policy).map(({ year }) => year))];
  const running = academicYearAt(policy, now) ?? known.at(-1);
  const year = asked ?? running;
  if (year === undefined || !known.includes(year)) return undefined;
  const { targets = [], forBoard = [] } = facts.records?.targets ?? {};
  const recorded = new Set(targets.map(({ academicYear }) => academicYear));
  const schools = schoolsOn(facts.schools, dateAt(policy, now)).filter(
    ({ urn }) => access(policy, person, 'records.read', facts, { urn }).allowed,
  );
  const seesBoard = access(policy, person, 'board.read', facts).allowed;
  return {
    asOf: now.toString(),
    year,
    years: known.filter((one) => one === running || one === year || recorded.has(one)),
    schools: schools.map((school) => stateOf(policy, facts, person, targets, school, year)),
    ...(seesBoard ? { board: boardView(policy, facts, person, year, putsOf(forBoard, year), now) } : {}),
  };
}

function stateOf(
  policy: TrustPolicy,
  facts: Facts,
  person: Person,
  targets: readonly Target[],
  school: School,
  year: AcademicYear,
): SchoolTargetsState {
  const { urn, name, cluster } = school;
  const cells = targetCells(policy, policy.targets, school).map((cell) => targetOf(targets, urn, year, cell));
  const count = (holds: (last: Target['revisions'][number] | undefined, target: Target | undefined) => boolean) =>
    cells.filter((target) => holds(target?.revisions.at(-1), target)).length;
  const changedAt = cells
    .flatMap((target) => target?.revisions.at(-1)?.at ?? [])
    .sort()
    .at(-1);
  return {
    ...{ urn, name, cluster, of: cells.length },
    own: access(policy, person, 'target.propose', facts, { urn }).allowed,
    missing: count((revision) => revision === undefined),
    proposed: count((revision, target) => revision?.state === 'proposed' && !signedOff(target)),
    agreed: count((revision) => revision?.state === 'agreed'),
    signedOff: count((_, target) => signedOff(target) !== undefined),
    raising: count((revision, target) => revision?.state === 'proposed' && signedOff(target) !== undefined),
    ...(changedAt === undefined ? {} : { changedAt }),
  };
}

function boardView(
  policy: TrustPolicy,
  facts: Facts,
  person: Person,
  year: AcademicYear,
  puts: readonly TargetsForBoard[],
  now: Temporal.Instant,
): BoardTargetsView {
  const { targets = [] } = facts.records?.targets ?? {};
  const made = trustTargets(policy, policy.targets, facts, targets, year, dateAt(policy, now)).map((one) =>
    named(policy, one),
  );
  const last = puts.at(-1);
  const members = boardMembers(policy.targets, facts);
  const approves =
    access(policy, person, 'targets.approve', facts).allowed && members.some(({ id }) => id === person.id);
  const open = approves && last !== undefined && !last.approvals.some(({ by }) => by === person.id);
  const given = { by: person.id, at: now.toString() };
  const ceo = isCeo(facts, person.id);
  return {
    now: made,
    puts: puts.map((put, at) => putView(policy, facts, put, at + 1)).reverse(),
    quorum: policy.targets.board.quorum,
    waiting: members.filter(({ id }) => !last?.approvals.some(({ by }) => by === id)).map(({ name }) => name),
    changed: last !== undefined && !sameFigures(made, last.targets),
    approvalStays: approvalStays(policy.targets, last ?? { approvals: [] }),
    may: {
      put: ceo && made.some(({ figures }) => figures) && academicYearAt(policy, now) === year,
      approve: open,
      takeBack: approves && last !== undefined && takeApprovalBack(policy.targets, last, given).ok,
      ask: open,
      answer: ceo,
    },
  };
}

function putView(
  policy: TrustPolicy,
  facts: Facts,
  put: TargetsForBoard,
  number: number,
): BoardTargetsView['puts'][number] {
  const name = (id: string) => nameOf(facts, id);
  const { approved, why } = boardApproval(policy.targets, put);
  return {
    number,
    by: name(put.putBy),
    at: put.putAt,
    targets: put.targets.map((one) => named(policy, one)),
    approvals: put.approvals.map(({ by, at }) => ({ by: name(by), at })),
    takenBack: (put.takenBack ?? []).map((one) => ({ ...one, by: name(one.by) })),
    questions: (put.questions ?? []).map(({ by, at, says, answer }) => ({
      ...{ by: name(by), at, says },
      ...(answer ? { answer: { by: name(answer.by), at: answer.at, says: answer.says } } : {}),
    })),
    approved,
    says: why.because.join(' '),
  };
}

function named(policy: TrustPolicy, target: TrustTarget): NamedTrustTarget {
  return { ...target, ...targetNames(policy, target) };
}

/** Whether a school has raised, signed off or gained a target since they were put. */
function sameFigures(made: readonly TrustTarget[], put: readonly TrustTarget[]): boolean {
  const told = (all: readonly TrustTarget[]) =>
    JSON.stringify(all.map(({ yearGroup, measure, figures }) => [yearGroup, measure, figures]));
  return told(made) === told(put);
}
