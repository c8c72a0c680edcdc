import fc from 'fast-check';
import { expect, test } from 'vitest';
import { facts, school, soapReturn } from '../examples/trust.examples.ts';
import type { GroupsPolicy } from '../groups/groups-policy.ts';
import { OWLS } from '../owls.ts';
import type { PupilGroup } from '../soap/return.ts';
import { YEAR } from './analysis.examples.ts';
import { analysedGroups } from './groups.ts';
import { groupsGiven, type Sees } from './groups-seen.ts';

const MEASURE = 'reading';
const LAST = '2024-25/summer-2';
const GROUPS = OWLS.soap.groups as GroupsPolicy;
const KEYS = ['lookedAfter', 'girls', 'boys'];
const THIRDS = {
  ...OWLS,
  soap: { ...OWLS.soap, groups: { ...GROUPS, wholes: [['girls', 'boys', 'lookedAfter']] } },
};

/** A sum of unknowns, by name, with how often each counts. */
type Sum = ReadonlyMap<string, number>;

/** Tells whether a sum follows from those that are known: whether nothing is left of it when they are taken off. */
function following(known: readonly Sum[]): (asked: Sum) => boolean {
  const basis: { readonly pivot: string; readonly sum: Sum }[] = [];
  const first = (sum: Sum) => [...sum].find(([, count]) => Math.abs(count) > 1e-9)?.[0];
  const reduced = (sum: Sum) => {
    const left = new Map(sum);
    for (const { pivot, sum: by } of basis) {
      const share = (left.get(pivot) ?? 0) / (by.get(pivot) ?? 1);
      if (share !== 0) for (const [name, count] of by) left.set(name, (left.get(name) ?? 0) - share * count);
    }
    return left;
  };
  for (const one of known) {
    const sum = reduced(one);
    const pivot = first(sum);
    if (pivot !== undefined) basis.push({ pivot, sum });
  }
  return (asked) => first(reduced(asked)) === undefined;
}

/** Sums of pupils that nobody outside may know, with how many pupils each is of. */
interface Secret {
  readonly sum: Sum;
  readonly pupils: number;
}

const together = (one: Secret, other: Secret): Secret => ({
  pupils: one.pupils + other.pupils,
  sum: new Map(
    [...new Set([...one.sum.keys(), ...other.sum.keys()])].map((name) => [
      ...([name, (one.sum.get(name) ?? 0) + (other.sum.get(name) ?? 0)] as const),
    ]),
  ),
});

test('M15: always: no few pupils of a group follow from the trust’s figures and the schools in sight', () => {
  const isFew = (pupils: number) => pupils > 0 && pupils < OWLS.soap.suppressBelow;
  const size = fc.integer({ min: 1, max: 12 });
  const some = fc.record({
    years: fc.tuple(size, size, size),
    sizes: fc.tuple(size, size),
    looked: size,
    nearly: fc.boolean(),
  });
  let [shown, withheld] = [0, 0];
  fc.assert(
    fc.property(
      fc.boolean(),
      fc.constantFrom('cut' as const, 'none' as const),
      fc.array(some, { minLength: 2, maxLength: 5 }),
      (ofThree, others, all) => {
        const policy = ofThree ? THIRDS : OWLS;
        const schools = all.map((_, at) =>
          school(`20000${at}`, `School ${at}`, { years: ['Y1', 'Y2', 'Y3'], pupils: { Y1: 9, Y2: 9, Y3: 9 } }),
        );
        const returns = all.map(({ years, sizes, looked, nearly }, at) => {
          const of = schools[at] ?? school('', '');
          const cohorts = soapReturn(of, LAST, 60).cohorts.map((one, place) => ({
            ...{ ...one, pupils: years[place] ?? 0 },
          }));
          const whole = years.reduce((sum, one) => sum + one, 0);
          const [first, second] = [Math.min(sizes[0], whole), Math.min(sizes[1], whole)];
          // Few are in the group, or few are not.
          const overlapping = nearly ? Math.max(1, whole - second) : second;
          const third = Math.min(looked, whole - first);
          const counts = ofThree
            ? { lookedAfter: third, girls: first, boys: whole - first - third }
            : { lookedAfter: overlapping, girls: first, boys: whole - first };
          const groups = KEYS.map((group): PupilGroup => {
            const pupils = counts[group as keyof typeof counts];
            return { group, pupils, figures: pupils > 0 ? { [MEASURE]: 50 } : {} };
          }).filter(({ pupils }) => pupils > 0);
          return { ...soapReturn(of, LAST, 60, { cohorts }), groups };
        });
        const sees: Sees = (urn) => (urn === schools[0]?.urn ? 'all' : others);
        const given = groupsGiven(policy, { returns }, schools, YEAR, sees);
        const known: Sum[] = [];
        const secrets: Secret[] = [];
        for (const { urn, groups, cohorts, unseen, cells, inFull } of given) {
          if (inFull) continue;
          const whole = cohorts.reduce((sum, one) => sum + one.pupils, 0);
          const hidden = cohorts.filter(({ year }) => cells.has(`${year}/${MEASURE}`));
          const dark = hidden.reduce((sum, one) => sum + one.pupils, 0);
          // Of schools that share their figures the whole is known, but for few pupils of hidden year groups.
          const total = new Map([[`${urn}/whole`, 1]]);
          if (others === 'none') secrets.push({ sum: total, pupils: whole });
          else if (isFew(dark)) secrets.push({ sum: total, pupils: dark });
          else known.push(total);
          for (const { group, pupils } of groups) {
            const own = new Map([[`${urn}/${group}`, 1]]);
            if (!unseen.has(group)) known.push(own);
            else {
              secrets.push({ sum: own, pupils });
              if (whole > pupils)
                secrets.push({ sum: new Map([...total, [`${urn}/${group}`, -1]]), pupils: whole - pupils });
            }
          }
          for (const keys of policy.soap.groups?.wholes ?? []) {
            const members = groups.filter(({ group }) => keys.includes(group));
            known.push(new Map([...total, ...members.map(({ group }) => [`${urn}/${group}`, -1] as const)]));
          }
        }
        const trust = analysedGroups(policy, facts({ returns }), schools, YEAR, sees)?.groups ?? [];
        for (const { group, figures } of trust) {
          const [figure] = figures;
          if (figure?.withheld) withheld += 1;
          if (figure?.value === undefined) continue;
          shown += 1;
          known.push(
            new Map(
              given
                .filter(({ inFull, groups }) => !inFull && groups.some((one) => one.group === group))
                .map(({ urn }) => [`${urn}/${group}`, 1]),
            ),
          );
        }
        const follows = following(known);
        const pairs = secrets.flatMap((one, at) => secrets.slice(at + 1).map((other) => together(one, other)));
        for (const { sum, pupils } of [...secrets, ...pairs]) if (isFew(pupils)) expect(follows(sum)).toBe(false);
        for (const { sum } of secrets) if (sum.size === 1) expect(follows(sum)).toBe(false);
      },
    ),
    { numRuns: 400 },
  );
  expect(shown).toBeGreaterThan(20);
  expect(withheld).toBeGreaterThan(20);
});
