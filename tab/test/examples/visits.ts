import type { Facts, StrategyRecords } from '@owls/policy';

/** The same facts with one visit held, to the first school by name, and what was found of the second. */
export function withVisits(facts: Facts): Facts {
  const byName = facts.schools.toSorted((one, other) => one.name.localeCompare(other.name));
  const [first = '', second = ''] = byName.map(({ urn }) => urn);
  const halfTerm = '2026-27/autumn-2' as const;
  const visit = { key: `visit/${halfTerm}/${first}`, urn: first, halfTerm, planned: '2026-11-17', held: '2026-11-17' };
  const visits: StrategyRecords['visits'] = {
    visits: [
      {
        ...visit,
        visitors: ['ceo'],
        findings: [
          {
            ...{ key: 'f1', area: 'standards', kind: 'action', owner: `head-${first}`, by: '2026-12-11' },
            text: 'Books in Year 4 show little practice at length: agree what is expected, and look again.',
          },
          {
            key: 'f2',
            area: 'behaviour-and-attendance',
            kind: 'good practice',
            text: 'Calm, friendly lunchtimes.',
          },
        ],
        checks: [],
      },
    ],
    areasFound: [{ key: 'a1', urn: second, text: 'Boys’ writing', from: 'advisory meeting', foundOn: '2026-11-24' }],
    reviews: [],
  };
  return { ...facts, records: { ...facts.records, visits } };
}
