import { describe, expect, test } from 'vitest';
import { ASH, DALE, facts } from '../examples/trust.examples.ts';
import { OWLS } from '../owls.ts';
import type { ReportSources } from './report-sources.ts';
import { AUTUMN, REPORTED, SOURCES, written } from './reports.examples.ts';
import { standardsAndRisk } from './standards-and-risk.ts';

const BARE = facts({ schools: [ASH, DALE] });

describe('M42: standards and risk, as it is read', () => {
  test('with targets and without', () => {
    expect(written(standardsAndRisk(OWLS, REPORTED, AUTUMN, SOURCES))).toEqual([
      'Standards and risk, Autumn term, 2026-27 (standardsAndRisk, M42, 2026-27/autumn)',
      "Progress on the trust's targets (M22)",
      '- trust: Reading across the trust: 73%, at the minimum (minimum 72.9%, aspirational 81.1%). [Reading reading 73 %]',
      '? Brookside Infant School: there is no return of Autumn 2, 2026-27.',
      '? Cedar Junior School: there is no return of Autumn 2, 2026-27.',
      '? Dale Village Primary School: too few pupils to show Communication and language, Personal, social and emotional, Physical development, Literacy, Mathematics, Good level of development.',
      "Progress on schools' targets (M23)",
      '- 100001: Ash Tree Primary School: 1 of 2 targets at the aspirational level, 0 at the minimum, 1 off track: Year 3 reading (76%, minimum 80%).',
      '- 100004: Dale Village Primary School: 0 of 1 targets at the aspirational level, 0 at the minimum, 1 off track: Year 6 reading (55%, minimum 60%).',
      '? No targets of 2026-27 for: Brookside Infant School, Cedar Junior School.',
      'Risks (M42)',
      '- 100004: Dale Village Primary School is at risk of slipping (3cc).',
      '- 100004: Dale Village Primary School moved down from 3b to 3cc.',
      '- 100004: Dale Village Primary School: teaching good or better is 70%, below 75%. [Teaching good or better teachingGood 70 %]',
      '- 100004: Dale Village Primary School: attendance is 92%, below 93%. [Attendance attendance 92 %]',
      'Impact of actions (M42)',
      '- 100001: Ash Tree Primary School: Reading lessons. Impact: Six more on track.',
      '- 100004: Dale Village Primary School: Maths coaching. Overdue since 2026-12-01.',
      '? Trust: Moderation. Done, its impact not recorded.',
    ]);
    expect(written(standardsAndRisk(OWLS, BARE, AUTUMN))).toEqual([
      'Standards and risk, Autumn term, 2026-27 (standardsAndRisk, M42, 2026-27/autumn)',
      "Progress on the trust's targets (M22)",
      '? Ash Tree Primary School: there is no return of Autumn 2, 2026-27.',
      '? Dale Village Primary School: there is no return of Autumn 2, 2026-27.',
      "Progress on schools' targets (M23)",
      '? No targets of 2026-27 for: Ash Tree Primary School, Dale Village Primary School.',
      'Risks (M42)',
      'Impact of actions (M42)',
      '? No actions are on record.',
    ]);
  });

  test('at each level of a target', () => {
    const of = { urn: ASH.urn, academicYear: '2026-27', yearGroup: 'Y3' as const };
    const targets: ReportSources['targets'] = [
      { ...of, measure: 'reading', minimum: 70, aspirational: 76 },
      { ...of, measure: 'writing', minimum: 76, aspirational: 77 },
      { ...of, measure: 'maths', minimum: 76.1, aspirational: 80 },
      { ...of, measure: 'grammar', minimum: 77, aspirational: 80, yearGroup: 'Y9' as const },
    ];
    expect(written(standardsAndRisk(OWLS, REPORTED, AUTUMN, { targets }))).toEqual([
      'Standards and risk, Autumn term, 2026-27 (standardsAndRisk, M42, 2026-27/autumn)',
      "Progress on the trust's targets (M22)",
      '- trust: Reading across the trust: 76%, at the aspirational level (minimum 70%, aspirational 76%). [Reading reading 76 %]',
      '- trust: Writing across the trust: 76%, at the minimum (minimum 76%, aspirational 77%). [Writing writing 76 %]',
      '- trust: Maths across the trust: 76%, off track (minimum 76.1%, aspirational 80%). [Maths maths 76 %]',
      '? Brookside Infant School: there is no return of Autumn 2, 2026-27.',
      '? Cedar Junior School: there is no return of Autumn 2, 2026-27.',
      '? Dale Village Primary School: too few pupils to show Communication and language, Personal, social and emotional, Physical development, Literacy, Mathematics, Good level of development.',
      "Progress on schools' targets (M23)",
      '- 100001: Ash Tree Primary School: 1 of 3 targets at the aspirational level, 1 at the minimum, 1 off track: Year 3 maths (76%, minimum 76.1%). 1 without a figure to show.',
      '? No targets of 2026-27 for: Brookside Infant School, Cedar Junior School, Dale Village Primary School.',
      'Risks (M42)',
      '- 100004: Dale Village Primary School is at risk of slipping (3cc).',
      '- 100004: Dale Village Primary School moved down from 3b to 3cc.',
      '- 100004: Dale Village Primary School: teaching good or better is 70%, below 75%. [Teaching good or better teachingGood 70 %]',
      '- 100004: Dale Village Primary School: attendance is 92%, below 93%. [Attendance attendance 92 %]',
      'Impact of actions (M42)',
      '? No actions are on record.',
    ]);
  });
});
