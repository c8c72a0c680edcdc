import { expect, test } from 'vitest';
import { countStates, inChaseOrder } from './collection-order.ts';

const school = (name: string, state: 'overdue' | 'waiting' | 'draft' | 'returned', reminders = 0) => ({
  urn: name,
  name,
  head: '',
  state,
  reminders,
});

test('those late and often reminded come first, those who returned last', () => {
  const order = inChaseOrder([
    school('Returned', 'returned'),
    school('Draft', 'draft'),
    school('Late once', 'overdue', 1),
    school('Waiting', 'waiting'),
    school('Late thrice', 'overdue', 3),
  ]);
  expect(order.map(({ name }) => name)).toEqual(['Late thrice', 'Late once', 'Waiting', 'Draft', 'Returned']);
});

test('states nobody is in are not counted', () => {
  expect(countStates([school('A', 'draft'), school('B', 'draft')])).toEqual([{ state: 'draft', count: 2 }]);
});
