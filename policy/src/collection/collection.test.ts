import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { access } from '../access/access.ts';
import { due } from '../duties/due.ts';
import * as made from '../examples/trust.examples.ts';
import type { Facts } from '../facts.ts';
import { OWLS } from '../owls.ts';
import { collectionView } from '../views/collection.ts';
import { soapFormView } from '../views/soap-form.ts';
import { accuracyOf } from './accuracy.ts';
import { checkStep, type WantedStep } from './check-step.ts';
import { COLLECTION_STEPS, type CollectionStep } from './collection-step.ts';
import { endOf, isTaken, isTakenFrom } from './taken.ts';

const { ASH, AUTUMN_2, BROOK, CEO, HEAD_ASH, at, facts, person, soapReturn, trust } = made;
// Opens 30 November 08:00, due 9 December 17:00, closes 18 December 17:00.
const [BEFORE, OPEN, CLOSED] = [at('2026-11-29T12:00'), at('2026-12-02T12:00'), at('2026-12-19T12:00')];

let made_ = 0;
const step = (what: CollectionStep['step'], other: Partial<CollectionStep> = {}): CollectionStep => {
  made_ += 1;
  return {
    id: `step-${String(made_).padStart(4, '0')}`,
    ...{ halfTerm: AUTUMN_2, step: what, note: '', by: CEO.id, at: '2026-12-02T09:00:00Z' },
    ...other,
  };
};
const withSteps = (steps: readonly CollectionStep[], other: Partial<Facts> = {}) =>
  facts({ records: { collection: { steps } }, ...other });
const returned = { returns: [soapReturn(ASH, AUTUMN_2)] };
const asked = (known: Facts, wanted: Partial<WantedStep>, when = OPEN, who = CEO) =>
  checkStep(OWLS, known, who, { halfTerm: AUTUMN_2, step: 'nudge', note: '', ...wanted }, when);
const words = (decision: ReturnType<typeof checkStep>) =>
  decision.allowed ? decision.because : `${decision.because} ${decision.wouldChange}`;

describe('when returns are taken (M14)', () => {
  test('in the window, unless the office closed it, and after it while the office has opened it again', () => {
    const [close, reopen] = [step('close'), step('reopen')];
    expect([BEFORE, OPEN, CLOSED].map((now) => isTaken(OWLS, withSteps([]), AUTUMN_2, now))).toEqual([
      false,
      true,
      false,
    ]);
    expect([BEFORE, OPEN, CLOSED].map((now) => isTaken(OWLS, withSteps([close]), AUTUMN_2, now))).toEqual([
      false,
      false,
      false,
    ]);
    const again = withSteps([close, reopen]);
    expect([BEFORE, OPEN, CLOSED].map((now) => isTaken(OWLS, again, AUTUMN_2, now))).toEqual([false, true, true]);
    expect(isTaken(OWLS, withSteps([step('close', { halfTerm: made.AUTUMN_1 })]), AUTUMN_2, OPEN)).toBe(true);
    expect(endOf(OWLS, withSteps([]), AUTUMN_2)).toBe('2026-12-18T17:00:00Z');
    expect(endOf(OWLS, withSteps([close]), AUTUMN_2)).toBe(close.at);
    expect(endOf(OWLS, again, AUTUMN_2)).toBeUndefined();
  });

  test('nobody is chased while the office has it closed', () => {
    expect(due(OWLS, withSteps([step('close')]), OPEN)).toEqual([]);
    expect(due(OWLS, withSteps([step('close'), step('reopen')]), OPEN).map(({ kind }) => kind)).toContain(
      'soap-prompt',
    );
  });

  test('closing and opening again want a reason, and are refused where it is so already', () => {
    expect(words(asked(withSteps([]), { step: 'close' }))).toBe(
      'Why is it closed? Say so in a sentence: heads will read it.',
    );
    expect(asked(withSteps([]), { step: 'close', note: 'All are in.' })).toEqual({
      allowed: true,
      rule: 'M14',
      because: 'The collection of Autumn 2, 2026-27 can be closed.',
    });
    expect(words(asked(withSteps([]), { step: 'reopen', note: 'x' }))).toBe(
      'The collection of Autumn 2, 2026-27 is open already. There is nothing to do.',
    );
    expect(words(asked(withSteps([step('close')]), { step: 'close', note: 'x' }))).toBe(
      'The collection of Autumn 2, 2026-27 is closed already. There is nothing to do.',
    );
    expect(words(asked(withSteps([]), { step: 'reopen', note: ' ' }, CLOSED))).toBe(
      'Why is it opened again? Say so in a sentence: heads will read it.',
    );
    expect(asked(withSteps([]), { step: 'reopen', note: 'Snow.' }, CLOSED).allowed).toBe(true);
    expect(words(asked(withSteps([]), { step: 'close', note: 'x' }, BEFORE))).toBe(
      'The collection of Autumn 2, 2026-27 has not opened yet. Wait until it opens.',
    );
  });
});

describe('a nudge (M14)', () => {
  test('brings the head the return’s card, with who asks, once', () => {
    const nudge = step('nudge', { urn: ASH.urn });
    const known = withSteps([nudge]);
    const owed = due(OWLS, known, OPEN).filter(({ key }) => key.includes('nudge'));
    expect(owed).toEqual([
      {
        kind: 'soap-reminder',
        key: `soap-reminder/${AUTUMN_2}/nudge-${nudge.id}/${ASH.urn}/${HEAD_ASH.id}`,
        rule: 'M14',
        since: nudge.at,
        by: '2026-12-18T17:00:00Z',
        because: 'The return of Ash Tree Primary School for Autumn 2, 2026-27 is asked for by Rowan Ellery.',
        otherwise: 'Without it the school is missing from the picture the trust works with this half term.',
        person: HEAD_ASH.id,
        halfTerm: AUTUMN_2,
        urn: ASH.urn,
      },
    ]);
    const delivered = new Set(owed.map(({ key }) => key));
    expect(due(OWLS, { ...known, delivered }, OPEN).filter(({ key }) => key.includes('nudge'))).toEqual([]);
    expect(due(OWLS, { ...known, ...returned }, OPEN).filter(({ key }) => key.includes('nudge'))).toEqual([]);
    expect(due(OWLS, known, CLOSED)).toEqual([]);
    const again = due(OWLS, withSteps([nudge, step('reopen')]), CLOSED);
    expect(again.map((one) => [one.kind, 'by' in one])).toEqual([['soap-reminder', false]]);
  });

  test('is refused where there is nobody to ask, nothing to ask for, or one on its way', () => {
    const nudge = step('nudge', { urn: ASH.urn });
    const key = `soap-reminder/${AUTUMN_2}/nudge-${nudge.id}/${ASH.urn}/${HEAD_ASH.id}`;
    expect(asked(withSteps([]), { urn: ASH.urn }).allowed).toBe(true);
    expect(asked(withSteps([nudge], { delivered: new Set([key]) }), { urn: ASH.urn }).allowed).toBe(true);
    expect(words(asked(withSteps([nudge]), { urn: ASH.urn }))).toBe(
      'The last nudge to Ash Tree Primary School is still on its way. Wait until it has arrived.',
    );
    expect(words(asked(withSteps([], returned), { urn: ASH.urn }))).toMatch(/^Ash Tree Primary School has returned\./);
    expect(words(asked(withSteps([]), { urn: ASH.urn }, CLOSED))).toMatch(/^The collection is not open\./);
    expect(words(asked(withSteps([], { people: [CEO] }), { urn: ASH.urn }))).toMatch(/^Nobody is on record as head/);
    expect(words(asked(withSteps([]), { urn: '999999' }))).toMatch(/^No school has the number 999999/);
  });
});

describe('accuracy (M8, M15)', () => {
  const confirmed = step('confirm', { urn: ASH.urn, revision: 1 });
  const back = step('send back', { urn: ASH.urn, revision: 1, note: 'Year 3 maths is 20 above reading.' });

  test('is what was said last of the newest revision', () => {
    expect(accuracyOf(withSteps([confirmed]), ASH.urn, AUTUMN_2)).toBeUndefined();
    expect(accuracyOf(withSteps([], returned), ASH.urn, AUTUMN_2)).toEqual({ state: 'unchecked' });
    expect(accuracyOf(withSteps([back, step('nudge', { urn: ASH.urn })], returned), ASH.urn, AUTUMN_2)).toEqual({
      state: 'sent back',
      step: back,
    });
    expect(accuracyOf(withSteps([back, confirmed], returned), ASH.urn, AUTUMN_2)?.state).toBe('sent back');
    const again = { returns: [...returned.returns, soapReturn(ASH, AUTUMN_2, 71, { revision: 2 })] };
    expect(accuracyOf(withSteps([back], again), ASH.urn, AUTUMN_2)).toEqual({ state: 'unchecked', before: back });
  });

  test('figures sent back come to the head with the note, and can be mended in a closed round', () => {
    const known = withSteps([back], returned);
    expect(due(OWLS, known, CLOSED)).toMatchObject([
      {
        kind: 'soap-sent-back',
        key: `soap-sent-back/${AUTUMN_2}/${back.id}/${ASH.urn}/${HEAD_ASH.id}`,
        rule: 'M15',
        because:
          'The figures of Ash Tree Primary School for Autumn 2, 2026-27 were sent back by Rowan Ellery: Year 3 maths is 20 above reading.',
        person: HEAD_ASH.id,
      },
    ]);
    expect(isTakenFrom(OWLS, known, ASH.urn, AUTUMN_2, CLOSED)).toBe(true);
    expect(isTakenFrom(OWLS, known, BROOK.urn, AUTUMN_2, CLOSED)).toBe(false);
    expect(soapFormView(OWLS, known, HEAD_ASH, ASH.urn, AUTUMN_2, CLOSED)).toMatchObject({
      open: true,
      sentBack: { step: 'send back', by: 'Rowan Ellery', at: back.at, note: back.note },
    });
  });

  test('whoever sent them back is asked to look when they come again', () => {
    const again = { returns: [...returned.returns, soapReturn(ASH, AUTUMN_2, 71, { revision: 2 })] };
    const tasks = due(OWLS, withSteps([back], again), at('2026-12-20T12:00')).filter(({ kind }) => kind === 'task');
    expect(tasks).toEqual([
      {
        kind: 'task',
        key: `figures-mended/${back.id}`,
        rule: 'M15',
        since: '2026-12-07T10:00:00Z',
        because: 'You sent the figures of Autumn 2, 2026-27 back, and Ash Tree Primary School has sent them again.',
        otherwise: 'Until then nobody has confirmed them.',
        person: CEO.id,
        title: 'Look at the mended figures of Ash Tree Primary School',
        urn: ASH.urn,
      },
    ]);
    const looked = [back, step('confirm', { urn: ASH.urn, revision: 2 })];
    expect(due(OWLS, withSteps(looked, again), at('2026-12-20T12:00'))).toEqual([]);
  });

  test('what was said can be taken back, and then what was said before it stands again', () => {
    const again = step('confirm', { urn: ASH.urn, revision: 1 });
    const undone = step('take back', { urn: ASH.urn, revision: 1 });
    const stateAfter = (...steps: CollectionStep[]) => accuracyOf(withSteps(steps, returned), ASH.urn, AUTUMN_2)?.state;
    expect(stateAfter(back, again)).toBe('confirmed');
    expect(stateAfter(back, again, undone)).toBe('sent back');
    expect(stateAfter(again, undone)).toBe('unchecked');
    expect(stateAfter(undone)).toBe('unchecked');
    expect(stateAfter(again, step('take back', { urn: ASH.urn, revision: 2 }))).toBe('confirmed');
    expect(asked(withSteps([again], returned), { step: 'take back', urn: ASH.urn }).allowed).toBe(true);
    expect(words(asked(withSteps([again, undone], returned), { step: 'take back', urn: ASH.urn }))).toBe(
      'Nothing was said of the figures of Ash Tree Primary School. There is nothing to take back.',
    );
    expect(due(OWLS, withSteps([back, undone], returned), CLOSED)).toEqual([]);
  });

  test('nobody looks at their own school’s figures, and a note says what is wrong', () => {
    expect(words(asked(withSteps([], returned), { step: 'confirm', urn: ASH.urn }, OPEN, HEAD_ASH))).toBe(
      'Nobody confirms the figures of the school they head. Ask the head teacher leader or the CEO.',
    );
    expect(words(asked(withSteps([]), { step: 'confirm', urn: ASH.urn }))).toBe(
      'Ash Tree Primary School has not returned. Wait for its return, or nudge its head.',
    );
    expect(words(asked(withSteps([], returned), { step: 'send back', urn: ASH.urn }))).toBe(
      'What is to be looked at? Name the figure and what is wrong with it: the head will read it.',
    );
    expect(asked(withSteps([], returned), { step: 'send back', urn: ASH.urn, note: 'Y3' }).allowed).toBe(true);
    expect(words(asked(withSteps([confirmed], returned), { step: 'confirm', urn: ASH.urn }))).toBe(
      'The figures of Ash Tree Primary School are confirmed already. There is nothing to do.',
    );
    expect(asked(withSteps([confirmed], returned), { step: 'send back', urn: ASH.urn, note: 'Y3' }).allowed).toBe(true);
  });
});

describe('the collection as whoever looks after it sees it', () => {
  test('each school with what was done, and only what the reader may do now', () => {
    const nudge = step('nudge', { urn: BROOK.urn });
    const back = step('send back', { urn: ASH.urn, revision: 1, note: 'Y3' });
    const view = collectionView(OWLS, withSteps([nudge, back], returned), CEO, AUTUMN_2, OPEN, () => 2);
    expect(
      view?.schools.map(({ name, state, may, accuracy, nudged }) => ({ name, state, may, accuracy, nudged })),
    ).toEqual([
      {
        name: 'Ash Tree Primary School',
        state: 'returned',
        may: { nudge: false, check: true },
        accuracy: { state: 'sent back', said: { step: 'send back', at: back.at, note: 'Y3', by: 'Rowan Ellery' } },
      },
      {
        name: 'Brookside Infant School',
        state: 'waiting',
        may: { nudge: false, check: false },
        nudged: { step: 'nudge', at: nudge.at, note: '', by: 'Rowan Ellery' },
      },
      { name: 'Cedar Junior School', state: 'waiting', may: { nudge: true, check: false } },
      { name: 'Dale Village Primary School', state: 'waiting', may: { nudge: true, check: false } },
    ]);
    expect(view).toMatchObject({ open: true, may: { close: true } });
    expect(view?.halfTerms.slice(-2)).toEqual([made.AUTUMN_1, AUTUMN_2]);
    const director = person('p-director', 'Dora', ['director', trust]);
    const seen = collectionView(OWLS, withSteps([nudge, back], returned), director, AUTUMN_2, OPEN, () => 0);
    expect(seen?.may.close).toBe(false);
    expect(seen?.schools.some(({ may }) => may.nudge || may.check)).toBe(false);
    expect(collectionView(OWLS, facts(), CEO, '2030-31/autumn-1', OPEN, () => 0)).toBeUndefined();
  });

  test('M1: the office chases and closes, leaders look at figures, directors only read', () => {
    const may = (role: 'central-team' | 'head-leader' | 'director' | 'head') =>
      (['soap.nudge', 'soap.check', 'collection.close'] as const).filter(
        (action) => access(OWLS, person('p', 'P', [role, trust]), action, facts()).allowed,
      );
    expect(may('central-team')).toEqual(['soap.nudge', 'collection.close']);
    expect(may('head-leader')).toEqual(['soap.nudge', 'soap.check']);
    expect([may('director'), may('head')]).toEqual([[], []]);
  });

  test('whatever the log holds, what is owed is owed once and doing it leaves nothing of it', () => {
    const anyStep = fc.record({
      step: fc.constantFrom(...COLLECTION_STEPS),
      urn: fc.constantFrom(ASH.urn, BROOK.urn, '999999'),
      revision: fc.integer({ min: 1, max: 2 }),
      halfTerm: fc.constantFrom(AUTUMN_2, '2030-31/autumn-1'),
    });
    fc.assert(
      fc.property(fc.array(anyStep, { maxLength: 8 }), fc.boolean(), (given, hasReturned) => {
        const steps = given.map(({ urn, ...one }) =>
          step(one.step, one.step === 'close' || one.step === 'reopen' ? one : { ...one, urn }),
        );
        const known = withSteps(steps, hasReturned ? returned : {});
        for (const now of [OPEN, CLOSED]) {
          const keys = due(OWLS, known, now).map(({ key }) => key);
          expect(new Set(keys).size).toBe(keys.length);
          expect(due(OWLS, { ...known, delivered: new Set(keys) }, now)).toEqual([]);
        }
      }),
      { numRuns: 60 },
    );
  });
});
