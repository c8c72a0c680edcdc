/** What reports read beside the facts of the made-up trust in the middle of a round. */
// @ts-nocheck


import { ASH, AUTUMN_2, DALE, soapReturn } from '../examples/trust.examples.ts';
import { OWLS } from '../owls.ts';
import type { TrustPolicy } from '../trust-policy.ts';
import { judged, lived } from '../views/lived.examples.ts';
import type { Report, ReportAnswer, ReportFigure, ReportSection } from './report.ts';
import type { ReportSources } from './report-sources.ts';

export const AUTUMN = '2026-27/autumn';

/** OWLS with a year of two terms and names of its own. */
export const TWO_TERMS: TrustPolicy = {
  ...OWLS,
  calendar: {
    bankHolidays: [],
    years: [
      {
        year: '2026-27',
        halfTerms: [
          { name: 'winter-1', from: '2026-09-02', to: '2026-10-22' },
          { name: 'winter-2', from: '2026-11-02', to: '2026-12-18' },
          { name: 'summer-1', from: '2027-01-04', to: '2027-03-25' },
          { name: 'summer-2', from: '2027-04-12', to: '2027-07-21' },
        ],
        insetDays: [],
      },
    ],
  },
};

/** The trust with Dale's second return as well: a small school whose year groups are mostly too few to show. */
export const REPORTED = {
  ...lived,
  returns: [
    ...lived.returns,
    soapReturn(DALE, AUTUMN_2, 55, { school: { teachingGood: 70, attendance: 92, suspensions: 1 } }),
  ],
  judgements: [...lived.judgements, judged(DALE.urn, '3b', '2026-27/autumn-1'), judged(DALE.urn, '3cc', AUTUMN_2)],
};

const target = (urn: string, yearGroup: 'Y3' | 'Y6', minimum: number, aspirational: number) => ({
  urn,
  academicYear: '2026-27',
  yearGroup,
  measure: 'reading',
  minimum,
  aspirational,
});

export const SOURCES: Required<ReportSources> = {
  given: [{ kind: 'headsReport', term: AUTUMN, urn: ASH.urn, on: '2026-12-15', by: 'p-ash' }],
  agreed: [{ urn: ASH.urn, term: AUTUMN, category: '2a', on: '2026-12-14' }],
  targets: [
    target(ASH.urn, 'Y3', 80, 90),
    target(ASH.urn, 'Y6', 70, 76),
    target(DALE.urn, 'Y6', 60, 70),
    { ...target(DALE.urn, 'Y3', 60, 70), academicYear: '2025-26' },
  ],
  kpis: [
    { name: 'Reading, writing and maths', academicYear: '2025-26', measure: 'rwm', atLeast: 65 },
    { name: 'Maths', academicYear: '2025-26', measure: 'maths', atLeast: 75 },
  ],
  actions: [
    {
      id: 'a',
      urn: ASH.urn,
      title: 'Reading lessons',
      due: '2026-11-01',
      done: '2026-11-02',
      impact: 'Six more on track.',
    },
    { id: 'b', urn: DALE.urn, title: 'Maths coaching', due: '2026-12-01' },
    { id: 'c', title: 'Moderation', due: '2026-12-01', done: '2026-12-02' },
    { id: 'd', title: 'Next term', due: '2027-02-01' },
    { id: 'e', urn: '999999', title: 'A school that left', due: '2026-11-01' },
    { id: 'f', title: 'Last year', due: '2026-06-01', done: '2026-06-02', impact: 'Old.' },
  ],
  inspections: [
    { urn: DALE.urn, on: '2026-11-20', outcome: 'better', says: 'Good.' },
    { urn: ASH.urn, on: '2025-11-20', outcome: 'same', says: 'The year before.' },
  ],
  comparators: [{ trust: 'Another trust', academicYear: '2025-26', measure: 'rwm', value: 60 }],
  reviews: [
    { urn: ASH.urn, on: '2026-11-03', kind: 'self-evaluation', confirmed: true },
    { urn: DALE.urn, on: '2026-11-04', kind: 'self-evaluation', confirmed: false },
  ],
  pulse: [
    { term: AUTUMN, score: 4 },
    { term: AUTUMN, score: 5 },
    { term: '2025-26/summer', score: 1 },
  ],
};

/** The report, where there is one. */
export function reportOf(answer: ReportAnswer): Report {
  if (!answer.ok) throw new Error(answer.says);
  return answer;
}

/** A report's section by its heading. */
export function section(answer: ReportAnswer, heading: string): ReportSection {
  const found = reportOf(answer).sections.find((one) => one.heading === heading);
  if (!found) throw new Error(`There is no section ${heading}.`);
  return found;
}

/** The sentences of a section. */
export function says(answer: ReportAnswer, heading: string): readonly string[] {
  return section(answer, heading).points.map((point) => point.says);
}

/** A report line by line: what it is, each section with its rule, its points (whose, figures) and what is missing. */
export function written(answer: ReportAnswer): readonly string[] {
  const { title, kind, rule, period, sections } = reportOf(answer);
  return [
    `${title} (${kind}, ${rule}, ${period})`,
    ...sections.flatMap(({ heading, rule: of, points, gaps }) => [
      `${heading} (${of})`,
      ...points.map(
        ({ says: what, urn = 'trust', figures = [] }) => `- ${urn}: ${what}${figures.map(figureWritten).join('')}`,
      ),
      ...gaps.map((gap) => `? ${gap}`),
    ]),
  ];
}

function figureWritten({ label, value, unit, change, hidden, year, measure }: ReportFigure): string {
  return ` [${[label, measure, year, hidden ? 'hidden' : value, unit, change].filter((one) => one !== undefined).join(' ')}]`;
}
