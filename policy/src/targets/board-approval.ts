import { roleWords } from '../access/role-words.ts';
import { dateAt } from '../calendar/academic-calendar.ts';
import type { AcademicYear } from '../calendar/half-term.ts';
import { refusal } from '../concerns/entry.ts';
import type { Refusal } from '../concerns/refusal.ts';
import type { Why } from '../explanation/why.ts';
import type { Facts } from '../facts.ts';
import type { Person } from '../trust/people.ts';
import type { TrustPolicy } from '../trust-policy.ts';
import type { BoardQuestion } from './board-questions.ts';
import type { Target } from './target.ts';
import { instantOf, isBefore, isCeo, type TargetStep } from './target-step.ts';
import type { TargetsPolicy } from './targets-policy.ts';
import { type TrustTarget, trustTargets } from './trust-targets.ts';

/** The trust's targets of a year as the CEO put them to the board: what is approved stays as it was put (M22). */
export interface TargetsForBoard {
  readonly academicYear: AcademicYear;
  readonly targets: readonly TrustTarget[];
  /** Person id, and ISO instant. */
  readonly putBy: string;
  readonly putAt: string;
  /** Those that stand: each member's once. */
  readonly approvals: readonly TargetStep[];
  /** Those that were taken back, in the order in which they were. */
  readonly takenBack?: readonly ApprovalTakenBack[];
  /** What members ask before they approve, in the order asked. */
  readonly questions?: readonly BoardQuestion[];
}
/** An approval that its member took back: when it was given, and when it was taken back, as ISO instants. */
export interface ApprovalTakenBack extends TargetStep {
  readonly approvedAt: string;
}
type BoardChanged = { readonly ok: true; readonly forBoard: TargetsForBoard } | Refusal;

/** Puts the trust's targets of a year to the board (M22), gaps and all: the CEO, once anything is signed off. */
export function putToBoard(
  policy: TrustPolicy,
  own: TargetsPolicy,
  facts: Pick<Facts, 'people' | 'schools'>,
  targets: readonly Target[],
  academicYear: AcademicYear,
  { by, at }: TargetStep,
): BoardChanged {
  const now = instantOf(at);
  if (!now) return refusal('M22', 'Give the moment as an ISO instant.', `"${at}" is no moment.`);
  if (!isCeo(facts, by))
    return refusal('M22', 'Let the CEO put them to the board.', 'The CEO takes targets to the board.');
  const made = trustTargets(policy, own, facts, targets, academicYear, dateAt(policy, now));
  if (!made.some(({ figures }) => figures))
    return refusal('M22', 'Sign off the targets of the schools first.', `No target of ${academicYear} is signed off.`);
  return { ok: true, forBoard: { academicYear, targets: made, putBy: by, putAt: at, approvals: [] } };
}

/** Records that a member of the board approves (M22): each counts once. */
export function approveTrustTargets(
  own: TargetsPolicy,
  facts: Pick<Facts, 'people'>,
  forBoard: TargetsForBoard,
  given: TargetStep,
): BoardChanged {
  if (!instantOf(given.at) || isBefore(given.at, forBoard.putAt))
    return refusal('M22', 'Give a moment after they were put to the board.', `They were put on ${forBoard.putAt}.`);
  if (!boardMembers(own, facts).some(({ id }) => id === given.by))
    return refusal(
      'M22',
      `Let a ${own.board.members.map(roleWords).join(' or ')} approve.`,
      'The board approves targets.',
    );
  if (forBoard.approvals.some(({ by }) => by === given.by))
    return refusal('M22', 'Leave it as it is; another member is needed.', 'You have approved them already.');
  const { by, at } = given;
  return { ok: true, forBoard: { ...forBoard, approvals: [...forBoard.approvals, { by, at }] } };
}

/** Whether enough members of the board have approved (M22). Who approved and left the board since still counts. */
export function boardApproval(
  own: TargetsPolicy,
  { approvals }: Pick<TargetsForBoard, 'approvals'>,
): { readonly approved: boolean; readonly why: Why } {
  const given = new Set(approvals.map(({ by }) => by)).size;
  const missing = own.board.quorum - given;
  return {
    approved: missing <= 0,
    why: {
      rule: 'M22',
      because: [`${given} of the ${own.board.quorum} members needed have approved.`],
      wouldChange: missing <= 0 ? 'Nothing: it is decided.' : `${missing} more approving.`,
    },
  };
}

/** Who may approve for the board, in order of id. */
export function boardMembers({ board }: TargetsPolicy, { people }: Pick<Facts, 'people'>): readonly Person[] {
  return people
    .filter(({ roles }) => roles.some(({ role }) => board.members.includes(role)))
    .sort((one, other) => (one.id < other.id ? -1 : 1));
}

/** What was put to the board for a year, first to last: the last is what is approved. */
export function putsOf(forBoard: readonly TargetsForBoard[], year: AcademicYear): readonly TargetsForBoard[] {
  return forBoard
    .filter(({ academicYear }) => academicYear === year)
    .sort((one, other) => (isBefore(one.putAt, other.putAt) ? -1 : 1));
}
