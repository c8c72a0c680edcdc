import { expect, test } from 'vitest';
import { ASH, AUTUMN_2, at, BROOK, CEO, facts, HEAD_ASH } from '../examples/trust.examples.ts';
import { OWLS } from '../owls.ts';
import { soapFormView } from '../views/soap-form.ts';
import { contentBesideTargets, standingTargets } from './content-beside.ts';
import type { Target, TargetCell, TargetRevision } from './target.ts';

const revision = (state: TargetRevision['state'], minimum: number, aspirational: number): TargetRevision => ({
  ...{ state, minimum, aspirational, by: [CEO.id], at: '2026-09-14T09:00:00Z', why: '' },
});
const target = (cell: TargetCell, revisions: readonly TargetRevision[], other: Partial<Target> = {}): Target => ({
  ...{ urn: ASH.urn, academicYear: '2026-27', ...cell, revisions, ...other },
});
const Y3_READING = { yearGroup: 'Y3', measure: 'reading' } as const;
const known = (...targets: readonly Target[]) => facts({ records: { targets: { targets, forBoard: [] } } });
const content = {
  cohorts: [{ year: 'Y3' as const, pupils: 30, figures: { reading: 62, writing: 70, maths: 81 } }],
  school: { attendance: 94 },
};
const beside = (...targets: readonly Target[]) =>
  contentBesideTargets(OWLS, known(...targets), ASH.urn, AUTUMN_2, content);

test('M20: what stands beside a field is signed off, of this school and this year; a proposal to raise it does not count yet', () => {
  const signed = revision('signed-off', 65, 70);
  expect(
    standingTargets(
      known(
        target(Y3_READING, [revision('proposed', 60, 65), signed, revision('proposed', 75, 80)]),
        target({ measure: 'attendance' }, [revision('signed-off', 95, 97)]),
        target({ ...Y3_READING, measure: 'maths' }, [revision('agreed', 65, 70)]),
        target(Y3_READING, [signed], { urn: BROOK.urn }),
        target(Y3_READING, [signed], { academicYear: '2025-26' }),
      ),
      ASH.urn,
      AUTUMN_2,
    ),
  ).toEqual([
    { yearGroup: 'Y3', measure: 'reading', minimum: 65, aspirational: 70 },
    { measure: 'attendance', minimum: 95, aspirational: 97 },
  ]);
  expect(standingTargets(facts(), ASH.urn, AUTUMN_2)).toEqual([]);
});

test('M23: the figures of a return that is not sent yet are read against their targets, furthest below first', () => {
  const found = beside(
    target({ ...Y3_READING, measure: 'maths' }, [revision('signed-off', 70, 80)]),
    target({ ...Y3_READING, measure: 'writing' }, [revision('signed-off', 65, 75)]),
    target({ measure: 'attendance' }, [revision('signed-off', 95, 97)]),
    target(Y3_READING, [revision('signed-off', 65, 70)]),
    target({ ...Y3_READING, measure: 'grammar' }, [revision('signed-off', 65, 70)]),
    target({ ...Y3_READING, measure: 'no such' }, [revision('signed-off', 65, 70)]),
  );
  expect(found.map(({ progress, says }) => [progress, says])).toEqual([
    ['off track', 'Reading in Year 3: 62%, 3 points below the minimum of 65%.'],
    ['off track', 'Attendance: 94%, 1 point below the minimum of 95%.'],
    ['on track', 'Writing in Year 3: 70%, on track; 5 points to the target of 75%.'],
    ['met', 'Maths in Year 3: 81%, 1 point above the target of 80%.'],
  ]);
  expect(beside()).toEqual([]);
});

test('the form brings the targets of its year', () => {
  const given = known(target(Y3_READING, [revision('signed-off', 65, 70)]));
  expect(soapFormView(OWLS, given, HEAD_ASH, ASH.urn, AUTUMN_2, at('2026-12-02T12:00'))?.targets).toEqual([
    { yearGroup: 'Y3', measure: 'reading', minimum: 65, aspirational: 70 },
  ]);
});
