import { expect, test } from 'vitest';
import { onceEach, remembered } from './remembered.ts';

test('an answer is worked out once for each thing it rests on', () => {
  const asked: object[] = [];
  const answer = onceEach((of: object) => {
    asked.push(of);
    return { of };
  });
  const [one, other] = [{}, {}];
  expect(answer(one)).toBe(answer(one));
  expect(answer(other)).toEqual({ of: other });
  expect(asked).toEqual([one, other]);
});

test('an answer is worked out once for each question', () => {
  const answers = new Map<string, number>();
  const asked: string[] = [];
  const length = (question: string) =>
    remembered(answers, question, () => {
      asked.push(question);
      return question.length;
    });
  expect(['two', 'three', 'two', '', ''].map(length)).toEqual([3, 5, 3, 0, 0]);
  expect(asked).toEqual(['two', 'three', '']);
});

test('never more than 20,000 answers are kept', () => {
  const answers = new Map<string, number>();
  const sizes = Array.from({ length: 20_001 }, (_, number) => {
    remembered(answers, String(number), () => number);
    return answers.size;
  });
  expect([sizes[0], sizes.at(-2), sizes.at(-1)]).toEqual([1, 20_000, 1]);
});
