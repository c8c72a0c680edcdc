import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ASH } from '../examples/trust.examples.ts';
import { inspectionInWords } from './in-words.ts';
import type { Inspection, InspectionGiven } from './inspection.ts';
import { awaited, card, monitoring, overall, review } from './inspections.examples.ts';
import { schoolsInspected } from './ofsted-part.ts';
import { OWLS_INSPECTIONS } from './owls-inspections.ts';
import { recordingFindings } from './recording.ts';

const TODAY = '2026-11-27';
const places = (given: InspectionGiven, kept: readonly Inspection[] = []) =>
  recordingFindings(OWLS_INSPECTIONS, given, kept, TODAY).map(({ place }) => place);

describe('recording an inspection', () => {
  test('M28: a sound one of each kind is recorded, and one that is announced too', () => {
    const sound = [
      card(),
      overall(2, '2023-05-10'),
      awaited('2026-12-01'),
      monitoring('2026-09-15'),
      review('2026-09-15'),
    ];
    for (const given of sound) expect(places(given)).toEqual([]);
    expect(places(monitoring(TODAY)), 'one of today').toEqual([]);
    expect(places(overall(2, '2023-05-10', TODAY)), 'published today').toEqual([]);
  });

  test('M28: a grade that is not published yet counts for nothing, and a slip of the year is named', () => {
    expect(places(overall(2, '2023-05-10', '2026-11-28'))).toEqual(['published']);
    const [slip] = recordingFindings(OWLS_INSPECTIONS, card({}, { on: '0026-03-10' }), [], TODAY);
    expect(slip?.says).toBe('Nobody can have come on 0026-03-10. Give the year with its four digits.');
  });

  test('M28: what is wrong is said at the part of the form it is about, with what to do', () => {
    expect(places(card({}, { on: '2026-02-30' }))).toEqual(['on']);
    expect(places(card({}, { on: '0026-03-10' }))).toEqual(['on']);
    expect(places(monitoring('2026-11-28'))).toEqual(['on']);
    expect(places(card({}, { published: '2026-11-28' }))).toEqual(['published']);
    expect(places(card({}, { published: '2026-03-09' }))).toEqual(['published']);
    expect(places(card({ inclusion: 'splendid' }))).toEqual(['areas']);
    expect(places(card({}, { framework: 'key-judgements' }))).toEqual(['framework']);
    expect(places(overall(2, '2026-03-10'))).toEqual(['grade']);
    expect(places(monitoring('2026-09-15', 'splendid'))).toEqual(['outcome']);
    for (const report of [
      'javascript:alert(1)',
      'http://ofsted.example',
      'ofsted',
      `https://a.example/${'x'.repeat(255)}`,
    ])
      expect(places(card({}, { report }))).toEqual(['report']);
    expect(places(card({}, { report: 'https://reports.ofsted.gov.uk/provider/21/115850' }))).toEqual([]);
  });

  test('M28: the same inspection is recorded once, be its outcome awaited or known; correcting it is no second one', () => {
    const kept = [card()];
    expect(places(card({}, { id: 'another' }), kept)).toEqual(['on']);
    expect(places(awaited('2026-03-10'), kept)).toEqual(['on']);
    expect(places(card({ inclusion: 'strong' }), kept)).toEqual([]);
    expect(places(card({}, { id: 'another', urn: '999999' }), kept)).toEqual([]);
    expect(places(monitoring('2026-03-10'), kept)).toEqual([]);
    expect(places(review('2026-03-10'), [{ ...review('2026-03-10'), id: 'another' }])).toEqual(['on']);
    expect(places(review('2026-03-10'), [...kept, monitoring('2026-03-10')])).toEqual([]);
  });

  test('M28: whatever is typed is answered, never thrown', () => {
    fc.assert(
      fc.property(
        fc.string(),
        fc.string(),
        fc.string(),
        fc.dictionary(fc.string(), fc.string()),
        (on, published, report, areas) => {
          const found = recordingFindings(OWLS_INSPECTIONS, card(areas, { on, published, report }), [], TODAY);
          expect(found.every(({ level, says }) => level === 'error' && says !== '')).toBe(true);
        },
      ),
    );
  });
});

test('M28: an inspection in one line for the audit', () => {
  const words = (given: InspectionGiven) => inspectionInWords(OWLS_INSPECTIONS, given);
  expect(words(card())).toContain(
    'Graded inspection of 2026-03-10; Inclusion: Expected standard; Curriculum and teaching:',
  );
  expect(words(card({}, { report: 'https://a.example' }))).toMatch(
    /safeguarding met; published on 2026-04-17; https:\/\/a\.example$/,
  );
  expect(words(overall(3, '2023-05-10'))).toBe(
    'Graded inspection of 2023-05-10; overall grade 3; published on 2023-05-10',
  );
  expect(words(awaited('2026-12-01'))).toBe('Inspection, outcome awaited of 2026-12-01');
  expect(words({ ...monitoring('2026-09-15'), kind: 'monitoring', outcome: 'enough-progress', note: 'Calm.' })).toBe(
    'Monitoring visit of 2026-09-15; Enough progress; Calm.',
  );
  expect(words(review('2026-09-15'))).toBe(
    'Review by others of 2026-09-15; A trust nearby; SEND; Ready for the next step.',
  );
  expect(words(card({}, { framework: 'gone' }))).toContain('; inclusion: expected;');
});

describe('M24, M28: schools with what inspections make of them', () => {
  const inspected = (inspections: readonly Inspection[], date = TODAY) =>
    schoolsInspected(OWLS_INSPECTIONS, [ASH], inspections, date)[0]?.ofsted;

  test('the newest published one counts, with the record it comes from; without one the row stands as it is', () => {
    expect(inspected([card({ achievement: 'needs-attention' })])).toEqual({
      grade: 3,
      on: '2026-03-10',
      inspection: 'i-card',
    });
    expect(inspected([card({ achievement: 'needs-attention' })], '2026-04-16')).toEqual(ASH.ofsted);
    expect(inspected([monitoring('2026-09-15')])).toEqual(ASH.ofsted);
    const schools = [ASH];
    expect(schoolsInspected(OWLS_INSPECTIONS, schools, [], TODAY)).toBe(schools);
  });
});
