import type { SchoolTarget } from '@owls/policy';
import { expect, test } from 'vitest';
import { keyOf, pasted, shownIn, toPropose } from './typed-figures.ts';

const maths: SchoolTarget = {
  ...{ yearGroup: 'Y3', measure: 'maths', name: 'Maths in Year 3', measureName: 'Maths', better: 'higher' },
  filled: { figures: { minimum: 62, aspirational: 67 }, why: 'Maths in Year 2 was 60%.' },
  ...{ state: 'missing', history: [] },
  can: { propose: true, raise: false, agree: false, signOff: false },
};
const step = {
  state: 'proposed',
  minimum: 62,
  aspirational: 67,
  by: ['Ruth'],
  at: '2026-10-05T10:00:00Z',
  why: '',
} as const;
const proposed: SchoolTarget = {
  ...maths,
  ...{ state: 'proposed', history: [step], latest: { minimum: 62, aspirational: 67 } },
};
const typed = (minimum: string, aspirational: string) => ({ [keyOf(maths)]: { minimum, aspirational } });

test('a target without a proposal is proposed as its starting point makes it', () => {
  expect(shownIn(maths, {})).toEqual({ minimum: '62', aspirational: '67' });
  expect(toPropose([maths], {})).toEqual({
    wanted: [{ yearGroup: 'Y3', measure: 'maths', seen: 0, figures: { minimum: 62, aspirational: 67 } }],
    others: 0,
    half: [],
  });
});

test('figures other than the starting point makes need a reason; commas and per cent signs are read', () => {
  const made = toPropose([maths], typed('65 %', '70,5'));
  expect(made).toMatchObject({ others: 1, wanted: [{ figures: { minimum: 65, aspirational: 70.5 } }] });
});

test('one figure alone is named and not sent, and so is what is no number', () => {
  expect(toPropose([maths], typed('', '70'))).toEqual({ wanted: [], others: 0, half: ['Maths in Year 3'] });
  expect(toPropose([maths], typed('many', '70')).wanted).toEqual([]);
});

test('what stands already is not proposed again', () => {
  expect(toPropose([proposed], {}).wanted).toEqual([]);
  expect(toPropose([proposed], typed('62', '68')).wanted).toMatchObject([{ seen: 1 }]);
  const closed = { ...maths, can: { ...maths.can, propose: false } };
  expect(toPropose([closed], typed('62', '68')).wanted).toEqual([]);
});

test('a block from a spreadsheet fills the fields from where it is pasted, and leaves targets alone that are not open', () => {
  const closed = { ...maths, measure: 'reading', can: { ...maths.can, propose: false } };
  const writing = { ...maths, measure: 'writing' };
  const paste = (block: string, which: 'minimum' | 'aspirational' = 'minimum') =>
    pasted([maths, closed, writing], typed('50', '55'), { target: maths, which }, block);
  expect(paste('61')).toBeUndefined();
  const block = paste('61%\t66%\n1\t2\n70\t75\n80\t85');
  expect(block?.figures).toEqual({
    'Y3/maths': { minimum: '61', aspirational: '66' },
    'Y3/writing': { minimum: '70', aspirational: '75' },
  });
  expect(block?.before).toEqual({
    'Y3/maths': { minimum: '50', aspirational: '55' },
    'Y3/writing': { minimum: '62', aspirational: '67' },
  });
  expect(block?.block.leftOut).toBe(4);
  expect(paste('66\n1\n75', 'aspirational')?.figures).toEqual({
    'Y3/maths': { minimum: '50', aspirational: '66' },
    'Y3/writing': { minimum: '62', aspirational: '75' },
  });
});
