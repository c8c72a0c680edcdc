// @ts-nocheck
import { shifted } from '../calendar/day-offset.ts';
import type { Why } from '../explanation/why.ts';
import type { Facts } from '../facts.ts';
import { schoolsOn } from '../trust/belonging.ts';
import type { School } from '../trust/school.ts';
import type { Development } from './development.ts';
import type { OutsidePolicy, Programme } from './outside-policy.ts';

/** A school without the people every school is to have in a programme (M47). */
export interface PeopleGap {
  readonly urn: string;
  readonly programme: string;
  readonly name: string;
  readonly missing: number;
  /** ISO date from which it has been open, where a record shows it. */
  readonly since?: string;
  readonly why: Why;
}

/** People who take part in a programme on a date, by school, kind and name (M47): who, where, when. */
export function takingPart(all: readonly Development[], date: string): readonly Development[] {
  return all
    .filter(({ from, until }) => from <= date && (until === undefined || date <= until))
    .sort((one, other) => (rank(one) < rank(other) ? -1 : 1));
}

/**
 * The gaps of a date, by school (M47): a coach of trainee teachers and a research champion in every school, or what else
 * the policy asks. A research champion on the school's row counts as one.
 */
export function peopleGaps(
  own: OutsidePolicy,
  facts: Pick<Facts, 'schools'>,
  all: readonly Development[],
  date: string,
): readonly PeopleGap[] {
  const now = takingPart(all, date);
  return schoolsOn(facts.schools, date).flatMap((school) =>
    own.people.programmes.flatMap((programme): PeopleGap[] => {
      const names = new Set(now.filter((one) => of(one, school, programme)).map(({ who }) => same(who)));
      const onRow = programme.kind === 'research' ? same(school.researchChampion ?? '') : '';
      if (onRow) names.add(onRow);
      const missing = programme.inEverySchool - names.size;
      if (missing <= 0) return [];
      const since = openSince(all, school, programme, date);
      return [
        {
          urn: school.urn,
          programme: programme.key,
          name: programme.name,
          missing,
          ...(since === undefined ? {} : { since }),
          why: {
            rule: 'M47',
            because: [
              `Every school has ${programme.inEverySchool} of: ${programme.name}. ${school.name} has ${names.size}.`,
            ],
            wouldChange: `The name of a person at ${school.name}.`,
          },
        },
      ];
    }),
  );
}

/** The day after the last one left, or the day the school joined, whichever is later. */
function openSince(
  all: readonly Development[],
  school: School,
  programme: Programme,
  date: string,
): string | undefined {
  return [
    school.joined,
    ...all
      .filter((one) => of(one, school, programme) && one.until !== undefined && one.until < date)
      .map(({ until }) => (until === undefined ? undefined : shifted(until, 1))),
  ]
    .filter((one) => one !== undefined)
    .sort()
    .at(-1);
}

function of(one: Development, school: School, programme: Programme): boolean {
  return one.urn === school.urn && one.programme === programme.key;
}

function same(name: string): string {
  return name.trim().toLowerCase();
}

function rank({ urn, programme, who, id }: Development): string {
  return [urn, programme, who, id].join('/');
}
