import { describe, expect, test } from 'vitest';
import type { AgreementAnswer } from '../categorisation/agreement.ts';
import { ASH, AUTUMN_1, AUTUMN_2, BROOK, DALE, soapReturn } from '../examples/trust.examples.ts';
import { OWLS } from '../owls.ts';
import { judged } from '../views/lived.examples.ts';
import { headsReport } from './heads-report.ts';
import type { ReportSources } from './report-sources.ts';
import { AUTUMN, REPORTED, SOURCES, section, written } from './reports.examples.ts';

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

describe('M25: what governors are told of the agreement with the category', () => {
  const answer = (given: Partial<AgreementAnswer> = {}): AgreementAnswer => ({
    ...{ id: '1', urn: ASH.urn, halfTerm: AUTUMN_2, category: '2a', answer: 'agrees', because: '' },
    ...{ by: 'p-ash', at: '2026-12-13T23:30:00Z' },
    ...given,
  });
  const told = (answers: readonly AgreementAnswer[], judgements = REPORTED.judgements, sources: ReportSources = {}) => {
    const known = { ...REPORTED, judgements, records: { agreement: { answers } } };
    const { points, gaps } = section(headsReport(OWLS, known, ASH.urn, AUTUMN, sources), 'Agreed judgement');
    return [...points.map(({ says }) => says), ...gaps.map((gap) => `? ${gap}`)].filter(
      (line) => !line.startsWith('The last inspection'),
    );
  };
  const first = [judged(ASH.urn, '2a', AUTUMN_1)];

  test('that the school agrees, or does not and why', () => {
    expect(told([answer()])).toEqual([
      'The judgement, agreed with the school on 2026-12-13, is 2a, good, heading for outstanding.',
    ]);
    expect(told([answer({ at: '2026-07-13T23:30:00Z' })])).toEqual([
      'The judgement, agreed with the school on 2026-07-14, is 2a, good, heading for outstanding.',
    ]);
    expect(told([answer({ answer: 'disagrees', because: 'Two teachers leave.' })])).toEqual([
      'The judgement is 2a, good, heading for outstanding. The school said on 2026-12-13 that it does not agree: Two teachers leave.',
    ]);
  });

  test('that it has not answered, is not asked yet, or answered to another category', () => {
    expect(told([])).toEqual([
      '? The school has not said yet whether it agrees with the category: answer before governors read it.',
    ]);
    expect(told([], first)).toEqual([
      "? The school is asked whether it agrees with the category after the term's last round.",
    ]);
    expect(told([answer({ category: '2b' })])).toEqual([
      '? The category was changed after it was agreed: agree it again before governors read it.',
    ]);
    expect(told([answer()], [])).toEqual(['? No category of the term is validated yet.']);
    expect(told([], [], SOURCES)).toEqual(['? No category of the term is validated yet.']);
  });

  test('an agreement on record beside the answers goes before them', () => {
    expect(told([answer({ answer: 'disagrees', because: 'Staffing.' })], REPORTED.judgements, SOURCES)).toEqual([
      'The judgement, agreed with the school on 2026-12-14, is 2a, good, heading for outstanding.',
    ]);
    const another = { agreed: [{ urn: ASH.urn, term: AUTUMN, category: '2b', on: '2026-12-14' }] };
    expect(told([], REPORTED.judgements, another)).toEqual([
      '? The category was changed after it was agreed: agree it again before governors read it.',
    ]);
    expect(told([answer()], REPORTED.judgements, another)[0]).toMatch(/^The judgement, agreed with the school/);
  });
});
