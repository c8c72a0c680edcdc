// @ts-nocheck
import { describe, expect, test } from 'vitest';
import { ASH, AUTUMN_1, AUTUMN_2, at, BROOK, CEDAR, DALE, facts, soapReturn } from '../examples/trust.examples.ts';
import { OWLS_NATIONAL } from '../national/owls-national.ts';
import { OWLS } from '../owls.ts';
import { judged } from '../views/lived.examples.ts';
import { annualEvaluation } from './annual-evaluation.ts';
import { boardSoap } from './board-soap.ts';
import { ceoTermly } from './ceo-termly.ts';
import { counted, listed } from './figures.ts';
import { headsReport } from './heads-report.ts';
import { OWLS_REPORTS } from './owls-reports.ts';
import type { ReportSources } from './report-sources.ts';
import { AUTUMN, REPORTED, SOURCES, TWO_TERMS, written } from './reports.examples.ts';
import { reportsTasks } from './reports-tasks.ts';
import { standardsAndRisk } from './standards-and-risk.ts';
import { strategyWorking } from './strategy-working.ts';
import { spanOf, termById, termLabel, termsOf } from './term.ts';

const NOW = at('2026-12-16T09:00');
const BARE = facts({ schools: [ASH, DALE] });

describe('M41: the CEO’s report of a term, as it is read', () => {
  test('in a term with returns, moves and actions', () => {
    expect(written(ceoTermly(OWLS, REPORTED, AUTUMN, SOURCES))).toEqual([
      "CEO's report, Autumn term, 2026-27 (ceoTermly, M41, 2026-27/autumn)",
      'Strengths (M41)',
      '- trust: Communication and language across the trust is 76%, at or above 75% (1 of 4 schools). [Communication and language communication 76 % 6]',
      '- trust: Personal, social and emotional across the trust is 76%, at or above 75% (1 of 4 schools). [Personal, social and emotional personal 76 % 6]',
      '- trust: Physical development across the trust is 76%, at or above 75% (1 of 4 schools). [Physical development physical 76 % 6]',
      '- trust: Literacy across the trust is 76%, at or above 75% (1 of 4 schools). [Literacy literacy 76 % 6]',
      '- trust: Mathematics across the trust is 76%, at or above 75% (1 of 4 schools). [Mathematics mathematics 76 % 6]',
      '- trust: Good level of development across the trust is 76%, at or above 75% (1 of 4 schools). [Good level of development gld 76 % 6]',
      '- 100001: Ash Tree Primary School, at or above 75%: Reading 76%; Writing 76%; Grammar 76%; Maths 76%; Reading, writing and maths 76%; Phonics 76%; Communication and language 76%; Personal, social and emotional 76%; Physical development 76%; Literacy 76%; Mathematics 76%; Good level of development 76%. [Reading reading 76 %] [Writing writing 76 %] [Grammar grammar 76 %] [Maths maths 76 %] [Reading, writing and maths rwm 76 %] [Phonics phonics 76 %] [Communication and language communication 76 %] [Personal, social and emotional personal 76 %] [Physical development physical 76 %] [Literacy literacy 76 %] [Mathematics mathematics 76 %] [Good level of development gld 76 %]',
      '- 100001: Ash Tree Primary School moved up from 2b to 2a.',
      '? Brookside Infant School: there is no return of Autumn 2, 2026-27.',
      '? Cedar Junior School: there is no return of Autumn 2, 2026-27.',
      '? Dale Village Primary School: too few pupils to show Communication and language, Personal, social and emotional, Physical development, Literacy, Mathematics, Good level of development.',
      'Concerns (M41)',
      '- 100004: Dale Village Primary School, below 60%: Reading 55%; Writing 55%; Grammar 55%; Maths 55%; Reading, writing and maths 55%; Phonics 55%. [Reading reading 55 %] [Writing writing 55 %] [Grammar grammar 55 %] [Maths maths 55 %] [Reading, writing and maths rwm 55 %] [Phonics phonics 55 %]',
      '- 100004: Dale Village Primary School: teaching good or better is 70%, below 75%. [Teaching good or better teachingGood 70 %]',
      '- 100004: Dale Village Primary School: attendance is 92%, below 93%. [Attendance attendance 92 %]',
      '- 100004: Dale Village Primary School moved down from 3b to 3cc.',
      '- 100004: Dale Village Primary School is at risk of slipping (3cc).',
      "? Brookside Infant School: the category's validation is missing.",
      "? Cedar Junior School: the category's proposal is missing.",
      'Impact of actions (M41)',
      '- 100001: Ash Tree Primary School: Reading lessons. Impact: Six more on track.',
      '- 100004: Dale Village Primary School: Maths coaching. Overdue since 2026-12-01.',
      '? Trust: Moderation. Done, its impact not recorded.',
      "Heads' reports (M41)",
      "- 100001: Ash Tree Primary School: the head's report was given on 2026-12-15.",
      "? Brookside Infant School: no head's report of the term is on record.",
      "? Cedar Junior School: no head's report of the term is on record.",
      "? Dale Village Primary School: no head's report of the term is on record.",
    ]);
  });

  test('in a term with nothing on record', () => {
    expect(written(ceoTermly(OWLS, BARE, AUTUMN))).toEqual([
      "CEO's report, Autumn term, 2026-27 (ceoTermly, M41, 2026-27/autumn)",
      'Strengths (M41)',
      '? Ash Tree Primary School: there is no return of Autumn 2, 2026-27.',
      '? Dale Village Primary School: there is no return of Autumn 2, 2026-27.',
      'Concerns (M41)',
      "? Ash Tree Primary School: the category's proposal is missing.",
      "? Dale Village Primary School: the category's proposal is missing.",
      'Impact of actions (M41)',
      '? No actions are on record.',
      "Heads' reports (M41)",
      "? Ash Tree Primary School: no head's report of the term is on record.",
      "? Dale Village Primary School: no head's report of the term is on record.",
    ]);
    expect(ceoTermly(OWLS, BARE, 'never')).toEqual({
      ok: false,
      says: 'Choose a term of the calendar, such as 2026-27/autumn.',
      why: {
        because: ['The policy has no dates for never.'],
        rule: 'M41',
        wouldChange: 'Choose a term of the calendar, such as 2026-27/autumn.',
      },
    });
  });

  test('at the edges of its bands, rounded as it is read', () => {
    const returns = [
      soapReturn(ASH, AUTUMN_2, 74.5),
      soapReturn(CEDAR, AUTUMN_2, 59.4),
      soapReturn(DALE, AUTUMN_2, 59.5),
    ];
    const edges = written(ceoTermly(OWLS, facts({ returns }), AUTUMN));
    expect(edges.filter((line) => /at or above|below 60%/.test(line)).map((line) => line.slice(0, 90))).toEqual([
      '- trust: Communication and language across the trust is 75%, at or above 75% (1 of 4 schoo',
      '- trust: Personal, social and emotional across the trust is 75%, at or above 75% (1 of 4 s',
      '- trust: Physical development across the trust is 75%, at or above 75% (1 of 4 schools). [',
      '- trust: Literacy across the trust is 75%, at or above 75% (1 of 4 schools). [Literacy lit',
      '- trust: Mathematics across the trust is 75%, at or above 75% (1 of 4 schools). [Mathemati',
      '- trust: Good level of development across the trust is 75%, at or above 75% (1 of 4 school',
      '- 100001: Ash Tree Primary School, at or above 75%: Reading 75%; Writing 75%; Grammar 75%;',
      '- 100003: Cedar Junior School, below 60%: Reading 59%; Writing 59%; Grammar 59%; Maths 59%',
    ]);
  });
});

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

describe('M43: the annual evaluation, as it is read', () => {
  const result = (urn: string, rwm: number, other = {}) => ({
    urn,
    year: '2025-26',
    pupils: 30,
    expected: { rwm: { value: rwm }, ...other },
  });
  const results = [result(ASH.urn, 70, { maths: { missing: 'suppressed' as const } }), result(CEDAR.urn, 64)];

  test('with results, indicators and comparators', () => {
    expect(written(annualEvaluation(OWLS, OWLS_NATIONAL, { ...REPORTED, results }, '2025-26', SOURCES))).toEqual([
      'Annual evaluation, 2025-26 (annualEvaluation, M43, 2025-26)',
      'Against the key performance indicators (M43)',
      '- trust: Reading, writing and maths: 67% against 65%, met. [Reading, writing and maths rwm 67 %]',
      '? Maths: no school has a published result.',
      'Against England (M18)',
      '- trust: Reading, writing and maths at the end of Year 6: 67% against 62% in England (2024-25), 5 points above.',
      '- 100001: Ash Tree Primary School: Reading, writing and maths at the end of Year 6: 70% against 62% in England (2024-25), 8 points above.',
      '- 100003: Cedar Junior School: Reading, writing and maths at the end of Year 6: 64% against 62% in England (2024-25), 2 points above, which is in line.',
      '? No published results of 2025-26 for: Brookside Infant School, Dale Village Primary School.',
      '? Ash Tree Primary School: Maths at the end of Year 6 is not published: suppressed.',
      'Against comparable trusts (M43)',
      '- trust: Another trust, reading, writing and maths at the end of Year 6: 67% against 60%, 7 points above.',
      'Summary for heads and governors (M43)',
      '- trust: 1 of 1 key performance indicators were met.',
      '- trust: Of 1 published measures, 1 are above England, 0 in line, 0 below.',
    ]);
  });

  test('at an indicator and beside a trust exactly, and without anything', () => {
    const sources: ReportSources = {
      kpis: [
        { name: 'At it', academicYear: '2025-26', measure: 'rwm', atLeast: 67 },
        { name: 'Short of it', academicYear: '2025-26', measure: 'rwm', atLeast: 68 },
        { name: 'Another year', academicYear: '2024-25', measure: 'rwm', atLeast: 1 },
      ],
      comparators: [
        { trust: 'Equal', academicYear: '2025-26', measure: 'rwm', value: 67 },
        { trust: 'One more', academicYear: '2025-26', measure: 'rwm', value: 68 },
        { trust: 'Less', academicYear: '2025-26', measure: 'rwm', value: 60.5 },
        { trust: 'Other', academicYear: '2025-26', measure: 'weather', value: 1 },
        { trust: 'Past', academicYear: '2024-25', measure: 'rwm', value: 1 },
      ],
    };
    const even = [result(ASH.urn, 70), result(CEDAR.urn, 64)];
    expect(
      written(
        annualEvaluation(OWLS, OWLS_NATIONAL, { ...BARE, schools: [ASH, CEDAR], results: even }, '2025-26', sources),
      ),
    ).toEqual([
      'Annual evaluation, 2025-26 (annualEvaluation, M43, 2025-26)',
      'Against the key performance indicators (M43)',
      '- trust: At it: 67% against 67%, met. [At it rwm 67 %]',
      '- trust: Short of it: 67% against 68%, not met. [Short of it rwm 67 %]',
      'Against England (M18)',
      '- trust: Reading, writing and maths at the end of Year 6: 67% against 62% in England (2024-25), 5 points above.',
      '- 100001: Ash Tree Primary School: Reading, writing and maths at the end of Year 6: 70% against 62% in England (2024-25), 8 points above.',
      '- 100003: Cedar Junior School: Reading, writing and maths at the end of Year 6: 64% against 62% in England (2024-25), 2 points above, which is in line.',
      'Against comparable trusts (M43)',
      '- trust: Equal, reading, writing and maths at the end of Year 6: 67% against 67%, the same.',
      '- trust: One more, reading, writing and maths at the end of Year 6: 67% against 68%, 1 point below.',
      '- trust: Less, reading, writing and maths at the end of Year 6: 67% against 60.5%, 6.5 points above.',
      'Summary for heads and governors (M43)',
      '- trust: 1 of 2 key performance indicators were met.',
      '- trust: Of 1 published measures, 1 are above England, 0 in line, 0 below.',
    ]);
    expect(written(annualEvaluation(OWLS, OWLS_NATIONAL, BARE, '2025-26'))).toEqual([
      'Annual evaluation, 2025-26 (annualEvaluation, M43, 2025-26)',
      'Against the key performance indicators (M43)',
      '? No key performance indicators of 2025-26 are on record.',
      'Against England (M18)',
      '? No published results of 2025-26 for: Ash Tree Primary School, Dale Village Primary School.',
      'Against comparable trusts (M43)',
      "? No comparable trust's results of 2025-26 can be held against ours.",
      'Summary for heads and governors (M43)',
      '? There are no published results of 2025-26 to sum up.',
    ]);
    expect(annualEvaluation(OWLS, OWLS_NATIONAL, BARE, '1999-00')).toEqual({
      ok: false,
      says: 'Choose an academic year of the calendar.',
      why: {
        because: ['The policy has no dates for 1999-00.'],
        rule: 'M43',
        wouldChange: 'Choose an academic year of the calendar.',
      },
    });
  });
});

describe('M44: the head’s report to governors, as it is read', () => {
  test('of a school with a return, targets and a category, and of one with none', () => {
    expect(written(headsReport(OWLS, REPORTED, ASH.urn, AUTUMN, SOURCES))).toEqual([
      "Head's report, Ash Tree Primary School, Autumn term, 2026-27 (headsReport, M44, 2026-27/autumn)",
      'Agreed judgement (M25)',
      '- trust: The judgement, agreed with the school on 2026-12-14, is 2a, good, heading for outstanding.',
      "- trust: The last inspection's grade is 2, of 2023-05-10.",
      'Attainment and progress (M44)',
      '- trust: Reception, 30 pupils: Communication and language 76%, up 6; Personal, social and emotional 76%, up 6; Physical development 76%, up 6; Literacy 76%, up 6; Mathematics 76%, up 6; Good level of development 76%, up 6. [Communication and language communication R 76 % 6] [Personal, social and emotional personal R 76 % 6] [Physical development physical R 76 % 6] [Literacy literacy R 76 % 6] [Mathematics mathematics R 76 % 6] [Good level of development gld R 76 % 6]',
      '- trust: Year 1, 30 pupils: Reading 76%, up 6; Writing 76%, up 6; Grammar 76%, up 6; Maths 76%, up 6; Reading, writing and maths 76%, up 6; Phonics 76%, up 6. [Reading reading Y1 76 % 6] [Writing writing Y1 76 % 6] [Grammar grammar Y1 76 % 6] [Maths maths Y1 76 % 6] [Reading, writing and maths rwm Y1 76 % 6] [Phonics phonics Y1 76 % 6]',
      '- trust: Year 2, 30 pupils: Reading 76%, up 6; Writing 76%, up 6; Grammar 76%, up 6; Maths 76%, up 6; Reading, writing and maths 76%, up 6; Phonics 76%, up 6. [Reading reading Y2 76 % 6] [Writing writing Y2 76 % 6] [Grammar grammar Y2 76 % 6] [Maths maths Y2 76 % 6] [Reading, writing and maths rwm Y2 76 % 6] [Phonics phonics Y2 76 % 6]',
      '- trust: Year 3, 30 pupils: Reading 76%, up 6; Writing 76%, up 6; Grammar 76%, up 6; Maths 76%, up 6; Reading, writing and maths 76%, up 6. [Reading reading Y3 76 % 6] [Writing writing Y3 76 % 6] [Grammar grammar Y3 76 % 6] [Maths maths Y3 76 % 6] [Reading, writing and maths rwm Y3 76 % 6]',
      '- trust: Year 4, 30 pupils: Reading 76%, up 6; Writing 76%, up 6; Grammar 76%, up 6; Maths 76%, up 6; Reading, writing and maths 76%, up 6. [Reading reading Y4 76 % 6] [Writing writing Y4 76 % 6] [Grammar grammar Y4 76 % 6] [Maths maths Y4 76 % 6] [Reading, writing and maths rwm Y4 76 % 6]',
      '- trust: Year 5, 30 pupils: Reading 76%, up 6; Writing 76%, up 6; Grammar 76%, up 6; Maths 76%, up 6; Reading, writing and maths 76%, up 6. [Reading reading Y5 76 % 6] [Writing writing Y5 76 % 6] [Grammar grammar Y5 76 % 6] [Maths maths Y5 76 % 6] [Reading, writing and maths rwm Y5 76 % 6]',
      '- trust: Year 6, 30 pupils: Reading 76%, up 6; Writing 76%, up 6; Grammar 76%, up 6; Maths 76%, up 6; Reading, writing and maths 76%, up 6. [Reading reading Y6 76 % 6] [Writing writing Y6 76 % 6] [Grammar grammar Y6 76 % 6] [Maths maths Y6 76 % 6] [Reading, writing and maths rwm Y6 76 % 6]',
      '- trust: All year groups: Reading 76%, up 6; Writing 76%, up 6; Grammar 76%, up 6; Maths 76%, up 6; Reading, writing and maths 76%, up 6; Phonics 76%, up 6; Communication and language 76%, up 6; Personal, social and emotional 76%, up 6; Physical development 76%, up 6; Literacy 76%, up 6; Mathematics 76%, up 6; Good level of development 76%, up 6. [Reading reading 76 % 6] [Writing writing 76 % 6] [Grammar grammar 76 % 6] [Maths maths 76 % 6] [Reading, writing and maths rwm 76 % 6] [Phonics phonics 76 % 6] [Communication and language communication 76 % 6] [Personal, social and emotional personal 76 % 6] [Physical development physical 76 % 6] [Literacy literacy 76 % 6] [Mathematics mathematics 76 % 6] [Good level of development gld 76 % 6]',
      'Targets (M23)',
      '- trust: 1 of 2 targets at the aspirational level, 0 at the minimum, 1 off track: Year 3 reading (76%, minimum 80%).',
      'Teaching, attendance and behaviour (M44)',
      '- trust: Teaching good or better 90%, unchanged. [Teaching good or better teachingGood 90 % 0]',
      '- trust: Attendance 95.5%, unchanged. [Attendance attendance 95.5 % 0]',
      '- trust: Persistent absence 0%, unchanged. [Persistent absence persistentAbsence 0 % 0]',
      '- trust: Suspensions 0, unchanged. [Suspensions suspensions 0 count 0]',
      '- trust: Behaviour incidents 0, unchanged. [Behaviour incidents behaviourIncidents 0 count 0]',
      '- trust: Pupils with pastoral support 0, unchanged. [Pupils with pastoral support pastoral 0 count 0]',
      'Comment and next steps (M13)',
      '- trust: A steady half term.',
      '- trust: Keep the reading lessons as they are.',
    ]);
    expect(written(headsReport(OWLS, REPORTED, BROOK.urn, AUTUMN))).toEqual([
      "Head's report, Brookside Infant School, Autumn term, 2026-27 (headsReport, M44, 2026-27/autumn)",
      'Agreed judgement (M25)',
      "- trust: The last inspection's grade is 2, of 2023-05-10.",
      '? The category is not agreed with the school yet: agree it before governors read it.',
      'Attainment and progress (M44)',
      '? There is no return of Autumn 2, 2026-27.',
      'Targets (M23)',
      '? No targets of 2026-27 are on record.',
      'Teaching, attendance and behaviour (M44)',
      '? Not given: Teaching good or better, Attendance, Persistent absence, Suspensions, Behaviour incidents, Pupils with pastoral support.',
      'Comment and next steps (M13)',
      '? There is no comment.',
      '? There are no next steps.',
    ]);
    expect(written(headsReport(OWLS, REPORTED, DALE.urn, AUTUMN, SOURCES)).slice(0, 60)).toEqual([
      "Head's report, Dale Village Primary School, Autumn term, 2026-27 (headsReport, M44, 2026-27/autumn)",
      'Agreed judgement (M25)',
      "- trust: The last inspection's grade is 3.",
      '? The category is not agreed with the school yet: agree it before governors read it.',
      'Attainment and progress (M44)',
      '- trust: Reception, 4 pupils: Communication and language 55%, up 5; Personal, social and emotional 55%, up 5; Physical development 55%, up 5; Literacy 55%, up 5; Mathematics 55%, up 5; Good level of development 55%, up 5. [Communication and language communication R 55 % 5] [Personal, social and emotional personal R 55 % 5] [Physical development physical R 55 % 5] [Literacy literacy R 55 % 5] [Mathematics mathematics R 55 % 5] [Good level of development gld R 55 % 5]',
      '- trust: Year 1, 8 pupils: Reading 55%, up 5; Writing 55%, up 5; Grammar 55%, up 5; Maths 55%, up 5; Reading, writing and maths 55%, up 5; Phonics 55%, up 5. [Reading reading Y1 55 % 5] [Writing writing Y1 55 % 5] [Grammar grammar Y1 55 % 5] [Maths maths Y1 55 % 5] [Reading, writing and maths rwm Y1 55 % 5] [Phonics phonics Y1 55 % 5]',
      '- trust: Year 2, 5 pupils: Reading 55%, up 5; Writing 55%, up 5; Grammar 55%, up 5; Maths 55%, up 5; Reading, writing and maths 55%, up 5; Phonics 55%, up 5. [Reading reading Y2 55 % 5] [Writing writing Y2 55 % 5] [Grammar grammar Y2 55 % 5] [Maths maths Y2 55 % 5] [Reading, writing and maths rwm Y2 55 % 5] [Phonics phonics Y2 55 % 5]',
      '- trust: Year 3, 9 pupils: Reading 55%, up 5; Writing 55%, up 5; Grammar 55%, up 5; Maths 55%, up 5; Reading, writing and maths 55%, up 5. [Reading reading Y3 55 % 5] [Writing writing Y3 55 % 5] [Grammar grammar Y3 55 % 5] [Maths maths Y3 55 % 5] [Reading, writing and maths rwm Y3 55 % 5]',
      '- trust: Year 4, 7 pupils: Reading 55%, up 5; Writing 55%, up 5; Grammar 55%, up 5; Maths 55%, up 5; Reading, writing and maths 55%, up 5. [Reading reading Y4 55 % 5] [Writing writing Y4 55 % 5] [Grammar grammar Y4 55 % 5] [Maths maths Y4 55 % 5] [Reading, writing and maths rwm Y4 55 % 5]',
      '- trust: Year 5, 8 pupils: Reading 55%, up 5; Writing 55%, up 5; Grammar 55%, up 5; Maths 55%, up 5; Reading, writing and maths 55%, up 5. [Reading reading Y5 55 % 5] [Writing writing Y5 55 % 5] [Grammar grammar Y5 55 % 5] [Maths maths Y5 55 % 5] [Reading, writing and maths rwm Y5 55 % 5]',
      '- trust: Year 6, 10 pupils: Reading 55%, up 5; Writing 55%, up 5; Grammar 55%, up 5; Maths 55%, up 5; Reading, writing and maths 55%, up 5. [Reading reading Y6 55 % 5] [Writing writing Y6 55 % 5] [Grammar grammar Y6 55 % 5] [Maths maths Y6 55 % 5] [Reading, writing and maths rwm Y6 55 % 5]',
      '- trust: All year groups: Reading 55%, up 5; Writing 55%, up 5; Grammar 55%, up 5; Maths 55%, up 5; Reading, writing and maths 55%, up 5; Phonics 55%, up 5; Communication and language 55%, up 5; Personal, social and emotional 55%, up 5; Physical development 55%, up 5; Literacy 55%, up 5; Mathematics 55%, up 5; Good level of development 55%, up 5. [Reading reading 55 % 5] [Writing writing 55 % 5] [Grammar grammar 55 % 5] [Maths maths 55 % 5] [Reading, writing and maths rwm 55 % 5] [Phonics phonics 55 % 5] [Communication and language communication 55 % 5] [Personal, social and emotional personal 55 % 5] [Physical development physical 55 % 5] [Literacy literacy 55 % 5] [Mathematics mathematics 55 % 5] [Good level of development gld 55 % 5]',
      'Targets (M23)',
      '- trust: 0 of 1 targets at the aspirational level, 0 at the minimum, 1 off track: Year 6 reading (55%, minimum 60%).',
      'Teaching, attendance and behaviour (M44)',
      '- trust: Teaching good or better 70%, down 20. [Teaching good or better teachingGood 70 % -20]',
      '- trust: Attendance 92%, down 3.5. [Attendance attendance 92 % -3.5]',
      '- trust: Suspensions 1, up 1. [Suspensions suspensions 1 count 1]',
      '? Not given: Persistent absence, Behaviour incidents, Pupils with pastoral support.',
      'Comment and next steps (M13)',
      '- trust: A steady half term.',
      '- trust: Keep the reading lessons as they are.',
    ]);
    expect(headsReport(OWLS, REPORTED, '999999', AUTUMN)).toEqual({
      ok: false,
      says: 'Import the school first.',
      why: {
        because: ['No school with the URN 999999 is on record.'],
        rule: 'M44',
        wouldChange: 'Import the school first.',
      },
    });
    expect(headsReport(OWLS, REPORTED, ASH.urn, 'never')).toMatchObject({ ok: false, why: { rule: 'M44' } });
    const quiet = { ...REPORTED, returns: [soapReturn(ASH, AUTUMN_2, 76, { comment: ' ', nextSteps: '' })] };
    expect(written(headsReport(OWLS, quiet, ASH.urn, AUTUMN)).filter((line) => line.startsWith('?'))).toEqual([
      '? The category is not agreed with the school yet: agree it before governors read it.',
      '? There is no earlier return of the academic year to compare with.',
      '? No targets of 2026-27 are on record.',
      '? There are no next steps.',
    ]);
  });
});

describe('M40: a school on a page for the board, as it is read', () => {
  test('from outside and in full', () => {
    expect(written(boardSoap(OWLS, REPORTED, DALE.urn, AUTUMN_2))).toEqual([
      'Dale Village Primary School: Autumn 2, 2026-27 (boardSoap, M40, 2026-27/autumn-2)',
      'Attainment and progress (M40)',
      '- trust: Reception, 4 pupils: Communication and language hidden; Personal, social and emotional hidden; Physical development hidden; Literacy hidden; Mathematics hidden; Good level of development hidden. [Communication and language communication R hidden %] [Personal, social and emotional personal R hidden %] [Physical development physical R hidden %] [Literacy literacy R hidden %] [Mathematics mathematics R hidden %] [Good level of development gld R hidden %]',
      '- trust: Year 1, 8 pupils: Reading 55%, up 5; Writing 55%, up 5; Grammar 55%, up 5; Maths 55%, up 5; Reading, writing and maths 55%, up 5; Phonics hidden. [Reading reading Y1 55 % 5] [Writing writing Y1 55 % 5] [Grammar grammar Y1 55 % 5] [Maths maths Y1 55 % 5] [Reading, writing and maths rwm Y1 55 % 5] [Phonics phonics Y1 hidden %]',
      '- trust: Year 2, 5 pupils: Reading hidden; Writing hidden; Grammar hidden; Maths hidden; Reading, writing and maths hidden; Phonics hidden. [Reading reading Y2 hidden %] [Writing writing Y2 hidden %] [Grammar grammar Y2 hidden %] [Maths maths Y2 hidden %] [Reading, writing and maths rwm Y2 hidden %] [Phonics phonics Y2 hidden %]',
      '- trust: Year 3, 9 pupils: Reading 55%, up 5; Writing 55%, up 5; Grammar 55%, up 5; Maths 55%, up 5; Reading, writing and maths 55%, up 5. [Reading reading Y3 55 % 5] [Writing writing Y3 55 % 5] [Grammar grammar Y3 55 % 5] [Maths maths Y3 55 % 5] [Reading, writing and maths rwm Y3 55 % 5]',
      '- trust: Year 4, 7 pupils: Reading hidden; Writing hidden; Grammar hidden; Maths hidden; Reading, writing and maths hidden. [Reading reading Y4 hidden %] [Writing writing Y4 hidden %] [Grammar grammar Y4 hidden %] [Maths maths Y4 hidden %] [Reading, writing and maths rwm Y4 hidden %]',
      '- trust: Year 5, 8 pupils: Reading 55%, up 5; Writing 55%, up 5; Grammar 55%, up 5; Maths 55%, up 5; Reading, writing and maths 55%, up 5. [Reading reading Y5 55 % 5] [Writing writing Y5 55 % 5] [Grammar grammar Y5 55 % 5] [Maths maths Y5 55 % 5] [Reading, writing and maths rwm Y5 55 % 5]',
      '- trust: Year 6, 10 pupils: Reading 55%, up 5; Writing 55%, up 5; Grammar 55%, up 5; Maths 55%, up 5; Reading, writing and maths 55%, up 5. [Reading reading Y6 55 % 5] [Writing writing Y6 55 % 5] [Grammar grammar Y6 55 % 5] [Maths maths Y6 55 % 5] [Reading, writing and maths rwm Y6 55 % 5]',
      '- trust: All year groups: Reading 55%, up 5; Writing 55%, up 5; Grammar 55%, up 5; Maths 55%, up 5; Reading, writing and maths 55%, up 5; Phonics 55%, up 5; Communication and language hidden; Personal, social and emotional hidden; Physical development hidden; Literacy hidden; Mathematics hidden; Good level of development hidden. [Reading reading 55 % 5] [Writing writing 55 % 5] [Grammar grammar 55 % 5] [Maths maths 55 % 5] [Reading, writing and maths rwm 55 % 5] [Phonics phonics 55 % 5] [Communication and language communication hidden %] [Personal, social and emotional personal hidden %] [Physical development physical hidden %] [Literacy literacy hidden %] [Mathematics mathematics hidden %] [Good level of development gld hidden %]',
      '? Figures that would speak of fewer than 6 pupils are hidden.',
      'Teaching, attendance and behaviour (M40)',
      '- trust: Teaching good or better 70%, down 20. [Teaching good or better teachingGood 70 % -20]',
      '- trust: Attendance 92%, down 3.5. [Attendance attendance 92 % -3.5]',
      '? Not given: Persistent absence.',
      'Category (M40)',
      '- trust: The category is 3cc, requires improvement, at risk, down from 3b.',
      '- trust: Support that follows: A full attainment plan, more visits, and the CEO and Chair informed.',
      "- trust: The last inspection's grade is 3.",
    ]);
    expect(written(boardSoap(OWLS, REPORTED, DALE.urn, AUTUMN_2, 'school'))).toEqual([
      'Dale Village Primary School: Autumn 2, 2026-27 (boardSoap, M40, 2026-27/autumn-2)',
      'Attainment and progress (M40)',
      '- trust: Reception, 4 pupils: Communication and language 55%, up 5; Personal, social and emotional 55%, up 5; Physical development 55%, up 5; Literacy 55%, up 5; Mathematics 55%, up 5; Good level of development 55%, up 5. [Communication and language communication R 55 % 5] [Personal, social and emotional personal R 55 % 5] [Physical development physical R 55 % 5] [Literacy literacy R 55 % 5] [Mathematics mathematics R 55 % 5] [Good level of development gld R 55 % 5]',
      '- trust: Year 1, 8 pupils: Reading 55%, up 5; Writing 55%, up 5; Grammar 55%, up 5; Maths 55%, up 5; Reading, writing and maths 55%, up 5; Phonics 55%, up 5. [Reading reading Y1 55 % 5] [Writing writing Y1 55 % 5] [Grammar grammar Y1 55 % 5] [Maths maths Y1 55 % 5] [Reading, writing and maths rwm Y1 55 % 5] [Phonics phonics Y1 55 % 5]',
      '- trust: Year 2, 5 pupils: Reading 55%, up 5; Writing 55%, up 5; Grammar 55%, up 5; Maths 55%, up 5; Reading, writing and maths 55%, up 5; Phonics 55%, up 5. [Reading reading Y2 55 % 5] [Writing writing Y2 55 % 5] [Grammar grammar Y2 55 % 5] [Maths maths Y2 55 % 5] [Reading, writing and maths rwm Y2 55 % 5] [Phonics phonics Y2 55 % 5]',
      '- trust: Year 3, 9 pupils: Reading 55%, up 5; Writing 55%, up 5; Grammar 55%, up 5; Maths 55%, up 5; Reading, writing and maths 55%, up 5. [Reading reading Y3 55 % 5] [Writing writing Y3 55 % 5] [Grammar grammar Y3 55 % 5] [Maths maths Y3 55 % 5] [Reading, writing and maths rwm Y3 55 % 5]',
      '- trust: Year 4, 7 pupils: Reading 55%, up 5; Writing 55%, up 5; Grammar 55%, up 5; Maths 55%, up 5; Reading, writing and maths 55%, up 5. [Reading reading Y4 55 % 5] [Writing writing Y4 55 % 5] [Grammar grammar Y4 55 % 5] [Maths maths Y4 55 % 5] [Reading, writing and maths rwm Y4 55 % 5]',
      '- trust: Year 5, 8 pupils: Reading 55%, up 5; Writing 55%, up 5; Grammar 55%, up 5; Maths 55%, up 5; Reading, writing and maths 55%, up 5. [Reading reading Y5 55 % 5] [Writing writing Y5 55 % 5] [Grammar grammar Y5 55 % 5] [Maths maths Y5 55 % 5] [Reading, writing and maths rwm Y5 55 % 5]',
      '- trust: Year 6, 10 pupils: Reading 55%, up 5; Writing 55%, up 5; Grammar 55%, up 5; Maths 55%, up 5; Reading, writing and maths 55%, up 5. [Reading reading Y6 55 % 5] [Writing writing Y6 55 % 5] [Grammar grammar Y6 55 % 5] [Maths maths Y6 55 % 5] [Reading, writing and maths rwm Y6 55 % 5]',
      '- trust: All year groups: Reading 55%, up 5; Writing 55%, up 5; Grammar 55%, up 5; Maths 55%, up 5; Reading, writing and maths 55%, up 5; Phonics 55%, up 5; Communication and language 55%, up 5; Personal, social and emotional 55%, up 5; Physical development 55%, up 5; Literacy 55%, up 5; Mathematics 55%, up 5; Good level of development 55%, up 5. [Reading reading 55 % 5] [Writing writing 55 % 5] [Grammar grammar 55 % 5] [Maths maths 55 % 5] [Reading, writing and maths rwm 55 % 5] [Phonics phonics 55 % 5] [Communication and language communication 55 % 5] [Personal, social and emotional personal 55 % 5] [Physical development physical 55 % 5] [Literacy literacy 55 % 5] [Mathematics mathematics 55 % 5] [Good level of development gld 55 % 5]',
      'Teaching, attendance and behaviour (M40)',
      '- trust: Teaching good or better 70%, down 20. [Teaching good or better teachingGood 70 % -20]',
      '- trust: Attendance 92%, down 3.5. [Attendance attendance 92 % -3.5]',
      '- trust: Suspensions 1, up 1. [Suspensions suspensions 1 count 1]',
      '? Not given: Persistent absence, Behaviour incidents, Pupils with pastoral support.',
      'Category (M40)',
      '- trust: The category is 3cc, requires improvement, at risk, down from 3b.',
      '- trust: Support that follows: A full attainment plan, more visits, and the CEO and Chair informed.',
      "- trust: The last inspection's grade is 3.",
    ]);
    expect(written(boardSoap(OWLS, REPORTED, BROOK.urn, AUTUMN_2))).toEqual([
      'Brookside Infant School: Autumn 2, 2026-27 (boardSoap, M40, 2026-27/autumn-2)',
      'Attainment and progress (M40)',
      '? There is no return of Autumn 2, 2026-27.',
      'Teaching, attendance and behaviour (M40)',
      '? Not given: Teaching good or better, Attendance, Persistent absence.',
      'Category (M40)',
      "- trust: The last inspection's grade is 2, of 2023-05-10.",
      '? No category is validated for Autumn 2, 2026-27; the last one was 2cc.',
    ]);
    const { ofsted: _, ...ungraded } = ASH;
    expect(written(boardSoap(OWLS, facts({ schools: [ungraded] }), ASH.urn, AUTUMN_2))).toEqual([
      'Ash Tree Primary School: Autumn 2, 2026-27 (boardSoap, M40, 2026-27/autumn-2)',
      'Attainment and progress (M40)',
      '? There is no return of Autumn 2, 2026-27.',
      'Teaching, attendance and behaviour (M40)',
      '? Not given: Teaching good or better, Attendance, Persistent absence.',
      'Category (M40)',
      '? No category is validated for Autumn 2, 2026-27.',
      '? No inspection grade is on record.',
    ]);
    const same = [judged(ASH.urn, '2b', AUTUMN_1), judged(ASH.urn, '2b', AUTUMN_2)];
    expect(
      written(boardSoap(OWLS, facts({ judgements: same }), ASH.urn, AUTUMN_2)).filter((line) => line.includes('2b')),
    ).toEqual(['- trust: The category is 2b, good, in line, as before.']);
    expect(boardSoap(OWLS, REPORTED, ASH.urn, 'never')).toEqual({
      ok: false,
      says: 'Choose a half term of the calendar.',
      why: {
        because: ['The policy has no dates for never.'],
        rule: 'M40',
        wouldChange: 'Choose a half term of the calendar.',
      },
    });
  });

  test('figures and pupils in words', () => {
    const figure = { label: 'Reading', value: 70, unit: '%' as const };
    expect(
      listed([figure, { ...figure, change: 0 }, { ...figure, change: -2, unit: 'count' }, { ...figure, hidden: true }]),
    ).toBe('Reading 70%; Reading 70%, unchanged; Reading 70, down 2; Reading hidden');
    expect([counted(1), counted(2)]).toEqual(['1 pupil', '2 pupils']);
  });
});

describe('M48: whether the strategy works, as it is read', () => {
  test('in the middle of a year, and with nothing on record', () => {
    expect(written(strategyWorking(OWLS, REPORTED, '2026-27', NOW, SOURCES))).toEqual([
      'Is the strategy working? 2026-27 (strategyWorking, M48, 2026-27)',
      'Progress on targets (M22)',
      '- trust: Reading across the trust: 73%, at the minimum (minimum 72.9%, aspirational 81.1%). [Reading reading 73 %]',
      'Moves of category (M26)',
      '- trust: 1 up, 1 down of 4 schools over the year. [Up 1 count] [Down 1 count]',
      '- 100001: Ash Tree Primary School moved up from 2b to 2a.',
      '- 100004: Dale Village Primary School moved down from 3b to 3cc.',
      'Outcomes of inspections (M28)',
      '- 100004: Dale Village Primary School, 2026-11-20, better: Good.',
      'Returns in time (M14)',
      '- trust: Autumn 1, 2026-27: 0 of 4 returns on time; late: Ash Tree Primary School, Dale Village Primary School; missing: Brookside Infant School, Cedar Junior School. [On time 0 count] [Late 2 count] [Missing 2 count]',
      '- trust: Autumn 2, 2026-27: 2 of 4 returns on time; missing: Brookside Infant School, Cedar Junior School. [On time 2 count] [Late 0 count] [Missing 2 count]',
      'Impact of actions (M36)',
      '- 100001: Ash Tree Primary School: Reading lessons. Impact: Six more on track.',
      '- 100004: Dale Village Primary School: Maths coaching. Overdue since 2026-12-01.',
      '? Trust: Moderation. Done, its impact not recorded.',
      'Self-evaluation and reviews from outside (M48)',
      '- trust: Self-evaluations: 1 of 2 confirmed.',
      '? Reviews from outside: none of the year is on record.',
      'What heads say (M48)',
      '- trust: Autumn term, 2026-27: 4.5 of 5, from 2 answers.',
    ]);
    expect(written(strategyWorking(OWLS, BARE, '2026-27', NOW))).toEqual([
      'Is the strategy working? 2026-27 (strategyWorking, M48, 2026-27)',
      'Progress on targets (M22)',
      '? No targets of 2026-27 can be held against a return.',
      'Moves of category (M26)',
      '- trust: 0 up, 0 down of 2 schools over the year. [Up 0 count] [Down 0 count]',
      'Outcomes of inspections (M28)',
      '? No inspection of the year is on record.',
      'Returns in time (M14)',
      '- trust: Autumn 1, 2026-27: 0 of 2 returns on time; missing: Ash Tree Primary School, Dale Village Primary School. [On time 0 count] [Late 0 count] [Missing 2 count]',
      '- trust: Autumn 2, 2026-27: 0 of 2 returns on time; missing: Ash Tree Primary School, Dale Village Primary School. [On time 0 count] [Late 0 count] [Missing 2 count]',
      'Impact of actions (M36)',
      '? No actions are on record.',
      'Self-evaluation and reviews from outside (M48)',
      '? Self-evaluations: none of the year is on record.',
      '? Reviews from outside: none of the year is on record.',
      'What heads say (M48)',
      '? No head has answered a pulse card this year.',
    ]);
    const all = [ASH, DALE].map((school) => soapReturn(school, AUTUMN_2, 70, { submittedAt: '2026-12-09T17:00:00Z' }));
    expect(
      written(strategyWorking(OWLS, { ...BARE, returns: all }, '2026-27', NOW)).filter((line) =>
        line.includes('Autumn 2'),
      ),
    ).toEqual([
      '- trust: Autumn 2, 2026-27: 2 of 2 returns on time. [On time 2 count] [Late 0 count] [Missing 0 count]',
    ]);
    expect(strategyWorking(OWLS, REPORTED, '2026-27', at('2026-09-01T09:00'))).toEqual({
      ok: false,
      says: 'Choose a year under way.',
      why: {
        because: ['No return of 2026-27 was due yet, or the policy has no dates for it.'],
        rule: 'M48',
        wouldChange: 'Choose a year under way.',
      },
    });
    const sources: ReportSources = {
      pulse: [{ term: AUTUMN, score: 4 }],
      reviews: [
        { urn: ASH.urn, on: '2026-11-03', kind: 'external', confirmed: true },
        { urn: '999999', on: '2026-11-03', kind: 'external', confirmed: true },
        { urn: ASH.urn, on: '2025-11-03', kind: 'external', confirmed: true },
      ],
      inspections: [
        { urn: DALE.urn, on: '2026-11-20', outcome: 'better', says: 'Good.' },
        { urn: ASH.urn, on: '2026-10-01', outcome: 'same', says: 'As before.' },
      ],
    };
    expect(written(strategyWorking(OWLS, BARE, '2026-27', NOW, sources)).slice(-12)).toEqual([
      '- 100001: Ash Tree Primary School, 2026-10-01, same: As before.',
      '- 100004: Dale Village Primary School, 2026-11-20, better: Good.',
      'Returns in time (M14)',
      '- trust: Autumn 1, 2026-27: 0 of 2 returns on time; missing: Ash Tree Primary School, Dale Village Primary School. [On time 0 count] [Late 0 count] [Missing 2 count]',
      '- trust: Autumn 2, 2026-27: 0 of 2 returns on time; missing: Ash Tree Primary School, Dale Village Primary School. [On time 0 count] [Late 0 count] [Missing 2 count]',
      'Impact of actions (M36)',
      '? No actions are on record.',
      'Self-evaluation and reviews from outside (M48)',
      '- trust: Reviews from outside: 1 of 1 confirmed.',
      '? Self-evaluations: none of the year is on record.',
      'What heads say (M48)',
      '- trust: Autumn term, 2026-27: 4 of 5, from 1 answer.',
    ]);
  });
});

describe('what reports ask, in full', () => {
  const tasks = (when: string, policy = OWLS) => reportsTasks(policy, OWLS_REPORTS, facts(), { given: [] }, at(when));

  test('M40-M44, M48: of the CEO and of heads', () => {
    expect(tasks('2026-12-10T09:00').slice(0, 5)).toEqual([
      {
        because: 'It is due at the end of the autumn term, 2026-27, and is not on record as given.',
        by: '2026-12-18T12:00:00Z',
        key: 'report/boardSoap/2026-27/autumn/p-ceo',
        kind: 'task',
        otherwise: 'The board meets without it.',
        person: 'p-ceo',
        rule: 'M40',
        since: '2026-12-07T08:00:00Z',
        title: "Give the schools' pages for the board: Autumn term, 2026-27",
      },
      {
        because: 'It is due at the end of the autumn term, 2026-27, and is not on record as given.',
        by: '2026-12-18T12:00:00Z',
        key: 'report/ceoTermly/2026-27/autumn/p-ceo',
        kind: 'task',
        otherwise: 'The board meets without it.',
        person: 'p-ceo',
        rule: 'M41',
        since: '2026-12-07T08:00:00Z',
        title: "Give the CEO's report to the board: Autumn term, 2026-27",
      },
      {
        because: 'It is due at the end of the autumn term, 2026-27, and is not on record as given.',
        by: '2026-12-18T12:00:00Z',
        key: 'report/standardsAndRisk/2026-27/autumn/p-ceo',
        kind: 'task',
        otherwise: 'The board meets without it.',
        person: 'p-ceo',
        rule: 'M42',
        since: '2026-12-07T08:00:00Z',
        title: 'Give the report on standards and risk: Autumn term, 2026-27',
      },
      {
        because: 'It is due at the end of the autumn term, 2026-27, and is not on record as given.',
        by: '2026-12-18T12:00:00Z',
        key: 'report/annualEvaluation/2026-27/autumn/p-ceo',
        kind: 'task',
        otherwise: 'The board meets without it.',
        person: 'p-ceo',
        rule: 'M43',
        since: '2026-12-07T08:00:00Z',
        title: 'Give the annual evaluation: 2025-26',
      },
      {
        because: 'It is due at the end of the autumn term, 2026-27, and is not on record as given.',
        by: '2026-12-18T12:00:00Z',
        key: 'report/headsReport/2026-27/autumn/100001/p-ash',
        kind: 'task',
        otherwise: 'Governors meet without the school’s agreed judgement, and the trust’s report has a gap.',
        person: 'p-ash',
        rule: 'M44',
        since: '2026-12-07T08:00:00Z',
        title: "Give the head's report to governors of Ash Tree Primary School: Autumn term, 2026-27",
        urn: '100001',
      },
    ]);
    expect(tasks('2027-07-05T09:00').find(({ rule }) => rule === 'M48')).toEqual({
      because: 'It is due at the end of the summer term, 2026-27, and is not on record as given.',
      by: '2027-07-09T11:00:00Z',
      key: 'report/strategyWorking/2026-27/summer/p-ceo',
      kind: 'task',
      otherwise: 'The board meets without it.',
      person: 'p-ceo',
      rule: 'M48',
      since: '2027-06-28T07:00:00Z',
      title: 'Give the review of the strategy: 2026-27',
    });
  });

  test('terms and the days they answer for', () => {
    expect(termsOf(TWO_TERMS).map(({ id, year, last }) => [id, year, last.name])).toEqual([
      ['2026-27/winter', '2026-27', 'winter-2'],
      ['2026-27/summer', '2026-27', 'summer-2'],
    ]);
    const spring = termById(OWLS, '2026-27/spring');
    expect(spring && spanOf(OWLS, spring)).toEqual({ after: '2026-12-18', to: '2027-03-25' });
    const first = termById(OWLS, '2024-25/autumn');
    expect(first && spanOf(OWLS, first)).toEqual({ after: '', to: '2024-12-20' });
    expect([termLabel(AUTUMN), termLabel('2026-27')]).toEqual(['Autumn term, 2026-27', ' term, 2026-27']);
    expect(termById(OWLS, 'never')).toBeUndefined();
  });
});
