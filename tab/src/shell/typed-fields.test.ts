import { expect, test } from 'vitest';
import { figuresTyped, keptFields } from './typed-fields.ts';

test('fields kept on the device are taken as they were typed, and anything else is not', () => {
  expect(keptFields('{"pupils":"3","says":""}')).toEqual({ pupils: '3', says: '' });
  for (const kept of ['', 'x', '{', '7', 'null', '[]', '{"pupils":3}']) expect(keptFields(kept)).toBeUndefined();
});

test('figures are read as people type them, and what is none is said beside its field', () => {
  expect(figuresTyped(['reading', 'maths', 'rwm'], { reading: '92,5 %', maths: ' 2 ', rwm: ' ', other: 'x' })).toEqual({
    figures: { reading: 92.5, maths: 2 },
  });
  expect(figuresTyped(['reading', 'maths'], { reading: 'many', maths: '3' })).toEqual({
    wrong: { reading: 'many is no number. Type one such as 72.' },
  });
});
