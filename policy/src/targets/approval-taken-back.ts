import { refusal } from '../concerns/entry.ts';
import type { Refusal } from '../concerns/refusal.ts';
import { type ApprovalTakenBack, boardApproval, type TargetsForBoard } from './board-approval.ts';
import { instantOf, isBefore, type TargetStep } from './target-step.ts';
import type { TargetsPolicy } from './targets-policy.ts';

/**
 * Takes a member's own approval back (M22), until enough have approved: what the board has approved stays, and other
 * targets come before it once schools raise theirs. It can be given again; what was taken back stays on record. Who may
 * is `access`'s to say: whoever may approve.
 */
export function takeApprovalBack(
  own: TargetsPolicy,
  forBoard: TargetsForBoard,
  { by, at }: TargetStep,
): { readonly ok: true; readonly forBoard: TargetsForBoard } | Refusal {
  const mine = forBoard.approvals.find((one) => one.by === by);
  if (!mine) return refusal('M22', 'There is nothing to take back.', 'No approval of yours stands.');
  const { approved, why } = boardApproval(own, forBoard);
  if (approved)
    return refusal(
      'M22',
      'Speak to the CEO: once schools raise their targets, the new ones can be sent to the board.',
      `The board has approved these targets: ${why.because.join(' ')}`,
    );
  if (!instantOf(at) || isBefore(at, mine.at))
    return refusal('M22', 'Give a moment after the approval.', `It was given on ${mine.at}.`);
  const taken: ApprovalTakenBack = { by, approvedAt: mine.at, at };
  return {
    ok: true,
    forBoard: {
      ...forBoard,
      approvals: forBoard.approvals.filter((one) => one !== mine),
      takenBack: [...(forBoard.takenBack ?? []), taken],
    },
  };
}

/** What a member is told before they approve: until when it can be taken back (M22). */
export function approvalStays(own: TargetsPolicy, { approvals }: Pick<TargetsForBoard, 'approvals'>): string {
  const { quorum } = own.board;
  const others = new Set(approvals.map(({ by }) => by)).size;
  return others + 1 >= quorum
    ? 'With yours the board has approved them: it then stays.'
    : `You can take it back until ${quorum} members have approved.`;
}
