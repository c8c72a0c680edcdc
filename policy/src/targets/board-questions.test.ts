import { describe, expect, test } from 'vitest';
import { ASH, at, CEO, facts, PEOPLE, person, trust } from '../examples/trust.examples.ts';
import { OWLS } from '../owls.ts';
import type { TargetsForBoard } from './board-approval.ts';
import { answerBoardQuestion, askBoardQuestion } from './board-questions.ts';
import { YEAR } from './targets.examples.ts';
import { targetsTasks } from './targets-tasks.ts';

const board = ['d-1', 'd-2', 'd-3'].map((id) => person(id, `Director ${id}`, ['director', trust]));
const known = facts({ schools: [ASH], people: [...PEOPLE, ...board] });
const PUT: TargetsForBoard = {
  ...{ academicYear: YEAR, targets: [], putBy: CEO.id, putAt: '2026-10-12T09:00:00Z', approvals: [] },
};
const QUESTION = { by: 'd-1', at: '2026-10-13T09:00:00Z', says: 'Why is maths so low?' };
const ANSWER = { by: CEO.id, at: '2026-10-14T09:00:00Z', says: 'A small cohort.' };

function done(made: ReturnType<typeof askBoardQuestion>): TargetsForBoard {
  if (!made.ok) throw new Error(made.says);
  return made.forBoard;
}
const asked = done(askBoardQuestion(OWLS.targets, known, PUT, QUESTION));
const answered = done(answerBoardQuestion(known, asked, 0, ANSWER));

describe('questions of the board', () => {
  test('M22: are asked by its members before they approve, and answered once by the CEO', () => {
    expect(asked.questions).toEqual([QUESTION]);
    expect(answered.questions).toEqual([{ ...QUESTION, answer: ANSWER }]);
    const ask = (given: Partial<typeof QUESTION>, put = PUT) =>
      askBoardQuestion(OWLS.targets, known, put, { ...QUESTION, ...given });
    expect(ask({ by: CEO.id })).toMatchObject({ ok: false, says: 'Let a member of the board ask.' });
    expect(ask({ says: ' \n' })).toMatchObject({ ok: false, says: 'Write your question.' });
    const approved = { ...PUT, approvals: [{ by: 'd-1', at: QUESTION.at }] };
    expect(ask({}, approved)).toMatchObject({ ok: false, why: { because: ['You have approved them already.'] } });
    const answer = (put: TargetsForBoard, place: number, given: Partial<typeof ANSWER> = {}) =>
      answerBoardQuestion(known, put, place, { ...ANSWER, ...given });
    expect(answer(PUT, 0)).toMatchObject({ ok: false, why: { because: ['There is no such question.'] } });
    expect(answer(asked, 0, { by: 'd-2' })).toMatchObject({ ok: false, says: 'Let the CEO answer.' });
    expect(answer(asked, 0, { says: '' })).toMatchObject({ ok: false, says: 'Write your answer.' });
    expect(answer(asked, 0, { at: '2026-10-13T08:59:59Z' })).toMatchObject({ ok: false });
    expect(answer(answered, 0)).toMatchObject({ ok: false, why: { because: ['The question is answered already.'] } });
  });

  test('M22: that can not be asked or answered are refused with what to do and why', () => {
    const refused = (made: ReturnType<typeof askBoardQuestion>) =>
      made.ok ? undefined : `${made.why.rule}: ${made.why.because.join(' ')} ${made.says}`;
    const ask = (given: Partial<typeof QUESTION>, put = PUT) =>
      refused(askBoardQuestion(OWLS.targets, known, put, { ...QUESTION, ...given }));
    const approved = { ...PUT, approvals: [{ by: 'd-1', at: QUESTION.at }] };
    expect([ask({ by: CEO.id }), ask({ says: ' ' }), ask({}, approved)]).toEqual([
      'M22: The board approves targets. Let a member of the board ask.',
      'M22: The question is missing. Write your question.',
      'M22: You have approved them already. Speak to the CEO.',
    ]);
    // What another has approved does not keep a member from asking.
    expect(ask({ by: 'd-2' }, approved)).toBeUndefined();
    const answer = (put: TargetsForBoard, place: number, given: Partial<typeof ANSWER> = {}) =>
      refused(answerBoardQuestion(known, put, place, { ...ANSWER, ...given }));
    expect([
      answer(asked, 1),
      answer(asked, 0, { by: 'd-2' }),
      answer(answered, 0),
      answer(asked, 0, { says: ' ' }),
      answer(asked, 0, { at: '2026-10-13T08:59:59Z' }),
    ]).toEqual([
      'M22: There is no such question. Choose a question that was asked.',
      'M22: The CEO answers for the targets. Let the CEO answer.',
      'M22: The question is answered already. Leave it as it is.',
      'M22: The answer is missing. Write your answer.',
      `M22: It was asked on ${QUESTION.at}. Give a moment after the question.`,
    ]);
  });

  test('M22: are answered one by one: another stays as it was', () => {
    const other = { ...QUESTION, by: 'd-2', says: 'And writing?' };
    const both = done(askBoardQuestion(OWLS.targets, known, asked, other));
    expect(done(answerBoardQuestion(known, both, 1, ANSWER)).questions).toEqual([
      QUESTION,
      { ...other, answer: ANSWER },
    ]);
  });

  test('M22: are a task of the CEO, and the answer brings the approval back to who asked', () => {
    const owed = (put: TargetsForBoard) =>
      targetsTasks(OWLS, OWLS.targets, known, { targets: [], forBoard: [put] }, at('2026-10-15T09:00')).filter(
        ({ rule }) => rule === 'M22',
      );
    expect(owed(PUT).map(({ key }) => key)).toEqual([
      'target-approval/2026-27/1/d-1',
      'target-approval/2026-27/1/d-2',
      'target-approval/2026-27/1/d-3',
    ]);
    expect(owed(asked).at(-1)).toEqual({
      because: 'They ask before they approve.',
      key: 'target-question/2026-27/1/0/p-ceo',
      kind: 'task',
      otherwise: 'They may not approve until it is answered.',
      person: CEO.id,
      rule: 'M22',
      since: QUESTION.at,
      title: "Answer Director d-1's question on the trust's targets for 2026-27",
    });
    const [first, ...others] = owed(answered);
    expect(first).toMatchObject({
      key: 'target-approval/2026-27/1/d-1/1',
      since: ANSWER.at,
      because: 'Your question is answered; 0 of the 3 members needed have approved.',
    });
    expect(others.map(({ key }) => key)).toEqual(['target-approval/2026-27/1/d-2', 'target-approval/2026-27/1/d-3']);
  });
});
