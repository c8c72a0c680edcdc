import { describe, expect, test } from 'vitest';
import { ASH, AUTUMN_1, AUTUMN_2, BROOK, DALE, facts } from '../examples/trust.examples.ts';
import { OWLS } from '../owls.ts';
import { judged } from '../views/lived.examples.ts';
import { boardSoap } from './board-soap.ts';
import { counted, listed } from './figures.ts';
import { REPORTED, written } from './reports.examples.ts';

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
