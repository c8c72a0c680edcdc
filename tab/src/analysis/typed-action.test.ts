import { expect, test } from 'vitest';
import { typedAction } from './typed-action.ts';

const THERE = {
  ...{ id: '00000001', meeting: 'analysis/2025-26/115850', need: 'keyStage2.writing', owner: 'p-1' },
  ...{ text: 'Daily spelling', by: '2027-02-01', success: 'Words are spelt.' },
};

test('an action begins with what was typed, else with what stands there, else with its likely owner', () => {
  expect(typedAction('', undefined, 'p-2')).toEqual({ text: '', by: '', success: '', owner: 'p-2' });
  expect(typedAction('', THERE, 'p-2').owner).toBe('p-1');
  const kept = JSON.stringify({ text: 'Twice a week' });
  expect(typedAction(kept, THERE, 'p-2')).toEqual({
    ...{ text: 'Twice a week', by: '2027-02-01', success: 'Words are spelt.', owner: 'p-1' },
  });
});

test('what is kept and cannot be read is left out', () => {
  for (const kept of ['{', 'null', '7', '{"text":7}']) expect(typedAction(kept, THERE, '').text).toBe('Daily spelling');
});
