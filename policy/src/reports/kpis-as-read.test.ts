import { describe, expect, test } from 'vitest';
import { ASH, AUTUMN_2, at, DALE, facts, soapReturn } from '../examples/trust.examples.ts';
import { OWLS } from '../owls.ts';
import type { ReportSources } from './report-sources.ts';
import { AUTUMN, REPORTED, SOURCES, written } from './reports.examples.ts';
import { strategyWorking } from './strategy-working.ts';

const NOW = at('2026-12-16T09:00');
const BARE = facts({ schools: [ASH, DALE] });

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
