import { expect, test } from 'vitest';
import { due } from '../duties/due.ts';
import { ASH, AUTUMN_2, at, CEO, facts, HEAD_ASH, soapReturn } from '../examples/trust.examples.ts';
import { OWLS } from '../owls.ts';
import { collectionWindow } from '../soap/collection.ts';
import { accuracyOf } from './accuracy.ts';
import { checkStep, type WantedStep } from './check-step.ts';
import type { CollectionStep } from './collection-step.ts';
import { nudgeKey } from './nudges.ts';
import { isTaken } from './taken.ts';

const OPEN = at('2026-12-02T12:00');
const step = (what: CollectionStep['step'], other: Partial<CollectionStep> = {}): CollectionStep => ({
  ...{ id: 's1', halfTerm: AUTUMN_2, step: what, urn: ASH.urn, revision: 1, note: '', by: CEO.id },
  ...{ at: '2026-12-02T09:00:00Z', ...other },
});
const known = (steps: readonly CollectionStep[] = [], returned = true) =>
  facts({ records: { collection: { steps } }, ...(returned ? { returns: [soapReturn(ASH, AUTUMN_2)] } : {}) });
const asked = (of: ReturnType<typeof known>, wanted: Partial<WantedStep>, now = OPEN, who = CEO) =>
  checkStep(OWLS, of, who, { halfTerm: AUTUMN_2, step: 'nudge', urn: ASH.urn, note: '', ...wanted }, now);
const NAME = 'Ash Tree Primary School';

const closed = at('2026-12-19T12:00');
const SAY_WHY = 'Say so in a sentence: heads will read it.';
test.each<[string, () => ReturnType<typeof asked>, string, string, string?]>([
  [
    'a nudge of a school that is not there',
    () => asked(known(), { urn: '999999' }),
    'M14',
    'No school has the number 999999.',
    'Choose a school of the trust.',
  ],
  [
    'a nudge of a school that has returned',
    () => asked(known(), {}),
    'M14',
    `${NAME} has returned.`,
    'Send figures back instead, if they can’t be right.',
  ],
  [
    'a nudge after the round has closed',
    () => asked(known([], false), {}, closed),
    'M14',
    'The collection is not open.',
    'Open it again, with a reason.',
  ],
  [
    'a nudge where nobody is head',
    () => asked({ ...known([], false), people: [CEO] }, {}),
    'M14',
    `Nobody is on record as head of ${NAME}.`,
    'Give the role in the list of people.',
  ],
  [
    'a nudge while the last is under way',
    () => asked(known([step('nudge')], false), {}),
    'M14',
    `The last nudge to ${NAME} is still on its way.`,
    'Wait until it has arrived.',
  ],
  ['a nudge that makes sense', () => asked(known([], false), {}), 'M14', `${NAME} has not returned.`],
  ['figures looked at', () => asked(known(), { step: 'confirm' }), 'M15', `The figures of ${NAME} were looked at.`],
  [
    'a word taken back',
    () => asked(known([step('confirm')]), { step: 'take back' }),
    'M15',
    `What was said of the figures of ${NAME} can be taken back.`,
  ],
  ['closing without a reason', () => asked(known(), { step: 'close', note: ' ' }), 'M14', 'Why is it closed?', SAY_WHY],
  [
    'opening again without a reason',
    () => asked(known(), { step: 'reopen' }, closed),
    'M14',
    'Why is it opened again?',
    SAY_WHY,
  ],
  [
    'opening again with a reason',
    () => asked(known(), { step: 'reopen', note: 'Snow' }, closed),
    'M14',
    'The collection of Autumn 2, 2026-27 can be opened again.',
  ],
  [
    'closing before it opens',
    () => asked(known(), { step: 'close', note: 'x' }, at('2026-11-29T12:00')),
    'M14',
    'The collection of Autumn 2, 2026-27 has not opened yet.',
    'Wait until it opens.',
  ],
  [
    'confirming one’s own',
    () => asked(known(), { step: 'confirm' }, OPEN, HEAD_ASH),
    'M15',
    'Nobody confirms the figures of the school they head.',
    'Ask the head teacher leader or the CEO.',
  ],
])('%s: what is decided, by which rule, and what would change it', (_, decision, rule, because, wouldChange) => {
  expect(decision()).toEqual(
    wouldChange === undefined ? { allowed: true, rule, because } : { allowed: false, rule, because, wouldChange },
  );
});

test('a note of spaces says nothing of what is wrong with figures', () => {
  expect(asked(known(), { step: 'send back', note: '  ' })).toMatchObject({ allowed: false, rule: 'M15' });
  expect(asked(known([step('send back')]), { step: 'send back', note: 'x' })).toMatchObject({
    because: `The figures of ${NAME} are sent back already.`,
    wouldChange: 'There is nothing to do.',
  });
});

test('the window opens and closes on the second', () => {
  const { opens, closes } = collectionWindow(OWLS, AUTUMN_2);
  const taken = (now: typeof opens) => isTaken(OWLS, known(), AUTUMN_2, now);
  const before = { milliseconds: 1 };
  expect([taken(opens.subtract(before)), taken(opens)]).toEqual([false, true]);
  expect([taken(closes.subtract(before)), taken(closes)]).toEqual([true, false]);
  expect(asked(known(), { step: 'close', note: 'x' }, opens).allowed).toBe(true);
  const { urn: _, ...reopened } = step('reopen', { id: 's2' });
  const again = [step('nudge'), reopened];
  const nudges = (now: typeof opens) => due(OWLS, known(again, false), now).filter(({ key }) => key.includes('nudge'));
  expect(nudges(closes.subtract(before))[0]).toHaveProperty('by', closes.toString());
  expect(nudges(closes)[0]).not.toHaveProperty('by');
});

test('one head of two who has the nudge is not enough', () => {
  const two = facts({
    ...{ people: [CEO, HEAD_ASH, { ...HEAD_ASH, id: 'p-second' }] },
    records: { collection: { steps: [step('nudge')] } },
  });
  const withNudge = (...heads: readonly string[]) => ({
    ...two,
    delivered: new Set(heads.map((head) => nudgeKey(step('nudge'), head))),
  });
  expect(asked(withNudge(HEAD_ASH.id), {}).allowed).toBe(false);
  expect(asked(withNudge(HEAD_ASH.id, 'p-second'), {}).allowed).toBe(true);
});

test('what was sent back says what it waits for; what was confirmed is owed to nobody', () => {
  expect(due(OWLS, known([step('send back', { note: 'Y3' })]), closed)).toMatchObject([
    { otherwise: 'Until they are sent again, the figures stand as they are and nobody has confirmed them.' },
  ]);
  expect(due(OWLS, known([step('confirm')]), closed)).toEqual([]);
  expect(due(OWLS, facts({ returns: [soapReturn(ASH, AUTUMN_2)] }), closed)).toEqual([]);
});

test('a word of an earlier revision is not taken back with a later one', () => {
  const first = step('confirm');
  expect(accuracyOf(known([first, step('take back', { id: 's2', revision: 2 })]), ASH.urn, AUTUMN_2)).toEqual({
    state: 'confirmed',
    step: first,
  });
});

test('what a file of steps says of schools, half terms and returns that are not there is owed to nobody', () => {
  const gone = step('send back', { urn: '999999' });
  const later = step('send back', { halfTerm: '2030-31/autumn-1' });
  for (const of of [known([gone]), known([later]), known([step('send back')], false)]) {
    expect(due(OWLS, of, at('2026-12-19T12:00')).filter(({ rule }) => rule === 'M15')).toEqual([]);
  }
  expect(accuracyOf(known([step('nudge'), step('reopen', { id: 's2' })]), ASH.urn, AUTUMN_2)).toEqual({
    state: 'unchecked',
  });
});
