import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ASH, AUTUMN_1, CEO, facts, HEAD_ASH, HEAD_BROOK, soapReturn } from '../examples/trust.examples.ts';
import { OWLS } from '../owls.ts';
import { targetProposals } from './proposal.ts';
import { type TargetSteps, type TargetWanted, takeTargetSteps } from './steps.ts';
import { signedOff, type Target, type TargetCell } from './target.ts';
import { revision, signed, target, YEAR } from './targets.examples.ts';

const MATHS: TargetCell = { yearGroup: 'Y3', measure: 'maths' };
const READING: TargetCell = { yearGroup: 'Y3', measure: 'reading' };
const known = facts({ returns: [soapReturn(ASH, AUTUMN_1, 60)] });
const LATER = '2026-10-08T10:00:00Z';

const take = (
  targets: readonly Target[],
  wanted: readonly TargetWanted[],
  other: Partial<Omit<TargetSteps, 'wanted'>> = {},
) =>
  takeTargetSteps(OWLS, known, targets, ASH, YEAR, {
    ...{ doing: 'propose', by: HEAD_ASH.id, at: LATER, why: '' },
    ...other,
    wanted,
  });

describe('steps with many targets together', () => {
  test('M20: pre-filled figures carry their own reason, others need one', () => {
    const filled = targetProposals(OWLS, OWLS.targets, known, ASH, YEAR).flatMap(({ start, figures, why, ...cell }) =>
      figures ? [{ ...cell, seen: 0, figures }] : [],
    );
    const made = take([], filled);
    expect(made.ok && made.changed.length).toBe(filled.length);
    const reasons = made.ok ? made.changed.map(({ revisions }) => revisions[0]?.why ?? '') : [];
    for (const why of reasons) expect(why).toMatch(/ was [\d.]+% in /);
    const other = { ...MATHS, seen: 0, figures: { minimum: 70, aspirational: 80 } };
    expect(take([], [other])).toEqual({
      ok: false,
      findings: [
        {
          level: 'error',
          rule: 'M20',
          year: 'Y3',
          measure: 'maths',
          says: 'Maths in Year 3: The reason is missing. Give the reason in a sentence.',
        },
      ],
    });
    expect(take([], [other], { why: ' They moved up a set. ' })).toMatchObject({
      changed: [{ ...MATHS, revisions: [{ why: 'They moved up a set.', minimum: 70 }] }],
    });
  });

  test('M20: less than the pupils start from has to be explained, and is warned of first', () => {
    const low = { ...MATHS, seen: 0, figures: { minimum: 40, aspirational: 50 } };
    expect(take([], [low])).toMatchObject({
      ok: false,
      findings: [{ level: 'warning', says: expect.stringContaining('start from 60%') }],
    });
    expect(take([], [low], { why: 'Twelve of them are new.' }).ok).toBe(true);
  });

  test('M20: all of them or none', () => {
    const good = { ...READING, seen: 0, figures: { minimum: 61, aspirational: 71 } };
    const bad = { ...MATHS, seen: 0, figures: { minimum: 71, aspirational: 61 } };
    const made = take([], [good, bad], { why: 'So.' });
    expect(made).toMatchObject({ ok: false, findings: [{ measure: 'maths', level: 'error' }] });
  });

  test('M20: what changed since it was seen is named and nothing is done', () => {
    const there = [target(ASH.urn, [revision('proposed')]), target(ASH.urn, [revision('proposed')], READING)];
    const wanted = [MATHS, READING].map((cell) => ({ ...cell, seen: 0, figures: { minimum: 61, aspirational: 71 } }));
    expect(take(there, wanted, { why: 'So.' })).toEqual({
      ok: false,
      stale: ['Maths in Year 3', 'Reading in Year 3'],
    });
  });

  test('M20: the same step of the same person sent again changes nothing', () => {
    const proposed = [target(ASH.urn, [revision('proposed')])];
    const same = { ...MATHS, seen: 0, figures: { minimum: 60, aspirational: 70 } };
    expect(take(proposed, [same], { why: 'So.' })).toEqual({ ok: true, changed: [] });
    const agreed = [target(ASH.urn, [revision('proposed'), revision('agreed')])];
    expect(take(agreed, [{ ...MATHS, seen: 1 }], { doing: 'agree', by: CEO.id })).toEqual({ ok: true, changed: [] });
    const off = [target(ASH.urn, [revision('proposed'), revision('agreed'), revision('signed-off')])];
    expect(take(off, [{ ...MATHS, seen: 2 }], { doing: 'sign-off', by: CEO.id })).toEqual({ ok: true, changed: [] });
    // Another's is no repetition.
    expect(take(off, [{ ...MATHS, seen: 2 }], { doing: 'sign-off' })).toMatchObject({ ok: false });
  });

  test('M21: figures for a signed-off target raise it, and never lower it', () => {
    const off = [signed(ASH)];
    const up = { ...MATHS, seen: 1, figures: { minimum: 62, aspirational: 75 } };
    expect(take(off, [up], { why: 'Ahead.' })).toMatchObject({
      changed: [{ revisions: [{}, { state: 'proposed', minimum: 62 }] }],
    });
    const down = { ...MATHS, seen: 1, figures: { minimum: 59, aspirational: 75 } };
    expect(take(off, [down], { why: 'Behind.' })).toMatchObject({ ok: false, findings: [{ rule: 'M21' }] });
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 100 }), fc.integer({ min: 0, max: 100 }), (minimum, aspirational) => {
        const raised = take(off, [{ ...MATHS, seen: 1, figures: { minimum, aspirational } }], { why: 'So.' });
        if (!raised.ok) return;
        const agreed = take(raised.changed, [{ ...MATHS, seen: 2 }], { doing: 'agree', by: CEO.id });
        const [held] = agreed.ok ? agreed.changed : [];
        expect(signedOff(held)?.minimum).toBeGreaterThanOrEqual(60);
        expect(signedOff(held)?.aspirational).toBeGreaterThanOrEqual(70);
      }),
    );
  });

  test('M20: nobody else’s school, and no figures where figures are asked', () => {
    const one = { ...MATHS, seen: 0, figures: { minimum: 61, aspirational: 71 } };
    expect(take([], [one], { by: HEAD_BROOK.id, why: 'So.' })).toMatchObject({ ok: false });
    expect(take([], [{ ...MATHS, seen: 0 }], { why: 'So.' })).toMatchObject({
      findings: [{ says: expect.stringContaining('Give whole figures') }],
    });
  });
});
