import { describe, expect, test } from 'vitest';
import { ASH, AUTUMN_2, CEDAR, DALE, facts, soapReturn } from '../examples/trust.examples.ts';
import { OWLS } from '../owls.ts';
import { ceoTermly } from './ceo-termly.ts';
import { AUTUMN, REPORTED, SOURCES, written } from './reports.examples.ts';

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
