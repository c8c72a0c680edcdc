import type { SchoolTargetsState } from '@owls/policy';
import { expect, test } from 'vitest';
import { stateText, targetWord, waitingOf } from './state-words.ts';

const NONE = { missing: 0, proposed: 0, agreed: 0, signedOff: 0, raising: 0 };
const state = (other: Partial<SchoolTargetsState>): SchoolTargetsState => ({
  ...{ urn: '100001', name: 'Ash Tree', cluster: 'North', of: 40, own: false },
  ...NONE,
  ...other,
});

test('what a school waits for is the most pressing step', () => {
  expect(waitingOf(state({ missing: 39, proposed: 1 }))).toBe('to answer');
  expect(waitingOf(state({ signedOff: 40, raising: 1 }))).toBe('to answer');
  expect(waitingOf(state({ missing: 1, agreed: 39 }))).toBe('to sign off');
  expect(waitingOf(state({ missing: 1, signedOff: 39 }))).toBe('to propose');
  expect(waitingOf(state({ signedOff: 40 }))).toBe('done');
});

test('how far a school is stands in a sentence', () => {
  expect(stateText(state({ signedOff: 12, missing: 25, proposed: 3 }))).toBe(
    '12 of 40 signed off, 3 proposed, 25 not proposed',
  );
});

test('a target whose higher figures wait says so', () => {
  expect(targetWord({ state: 'proposed', standing: { minimum: 1, aspirational: 2 } })).toBe('Higher figures proposed');
  expect(targetWord({ state: 'missing' })).toBe('Not proposed');
});
