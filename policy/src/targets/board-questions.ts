import { refusal } from '../concerns/entry.ts';
import type { Refusal } from '../concerns/refusal.ts';
import type { Facts } from '../facts.ts';
import { boardMembers, type TargetsForBoard } from './board-approval.ts';
import { isBefore, isCeo, type TargetStep } from './target-step.ts';
import type { TargetsPolicy } from './targets-policy.ts';

/** Words with who wrote them and when. */
export interface Said extends TargetStep {
  readonly says: string;
}
/** What a member of the board asks before approving, and what the CEO answers (M22). */
export interface BoardQuestion extends Said {
  readonly answer?: Said;
}
type BoardAsked = { readonly ok: true; readonly forBoard: TargetsForBoard } | Refusal;

/** Records a question of a member of the board who has not approved yet (M22). */
export function askBoardQuestion(
  own: TargetsPolicy,
  facts: Pick<Facts, 'people'>,
  forBoard: TargetsForBoard,
  given: Said,
): BoardAsked {
  if (!boardMembers(own, facts).some(({ id }) => id === given.by))
    return refusal('M22', 'Let a member of the board ask.', 'The board approves targets.');
  if (forBoard.approvals.some(({ by }) => by === given.by))
    return refusal('M22', 'Speak to the CEO.', 'You have approved them already.');
  if (given.says.trim() === '') return refusal('M22', 'Write your question.', 'The question is missing.');
  return { ok: true, forBoard: { ...forBoard, questions: [...(forBoard.questions ?? []), given] } };
}

/** Records the CEO's answer to a question, named by its place (M22). The first answer stays. */
export function answerBoardQuestion(
  facts: Pick<Facts, 'people'>,
  forBoard: TargetsForBoard,
  place: number,
  given: Said,
): BoardAsked {
  const { questions = [] } = forBoard;
  const question = questions[place];
  if (!question) return refusal('M22', 'Choose a question that was asked.', 'There is no such question.');
  if (!isCeo(facts, given.by)) return refusal('M22', 'Let the CEO answer.', 'The CEO answers for the targets.');
  if (question.answer) return refusal('M22', 'Leave it as it is.', 'The question is answered already.');
  if (given.says.trim() === '') return refusal('M22', 'Write your answer.', 'The answer is missing.');
  if (isBefore(given.at, question.at))
    return refusal('M22', 'Give a moment after the question.', `It was asked on ${question.at}.`);
  const answered = questions.map((one) => (one === question ? { ...one, answer: given } : one));
  return { ok: true, forBoard: { ...forBoard, questions: answered } };
}
