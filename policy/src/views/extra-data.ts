import type { Temporal } from 'temporal-polyfill';
import { access } from '../access/access.ts';
import { isoOf } from '../calendar/academic-calendar.ts';
import { causingConcern } from '../extra-data/causing-concern.ts';
import { extraFigureLabel } from '../extra-data/check-extra-data.ts';
import { extraDataAsked } from '../extra-data/extra-data-asked.ts';
import type { ExtraFigures } from '../extra-data/extra-figures.ts';
import { extraDataName } from '../extra-data/in-words.ts';
import type { Facts } from '../facts.ts';
import { nameOf } from '../trust/name-of.ts';
import type { Person } from '../trust/people.ts';
import { schoolOf } from '../trust/school-of.ts';
import type { Measure, TrustPolicy } from '../trust-policy.ts';

/** A figure that is asked, with what it is called beside a field. */
export interface ExtraMeasure extends Pick<Measure, 'key' | 'name' | 'unit' | 'max'> {
  readonly label: string;
}

/** Something asked of a school while it causes concern, with what was given of it. */
export interface ShownExtraData {
  readonly key: string;
  readonly name: string;
  readonly measures: readonly ExtraMeasure[];
  /** What is asked now; undefined where nothing is any more. */
  readonly asked?: {
    readonly due: string;
    /** ISO instant. */
    readonly wanted: string;
    readonly given?: ExtraFigures;
  };
  /** Oldest first, with who gave it by name. */
  readonly given: readonly (ExtraFigures & { readonly byName: string })[];
}

/** The extra data of a school (M19). */
export interface ExtraDataView {
  readonly asOf: string;
  readonly school: { readonly urn: string; readonly name: string };
  /** Why it is asked; undefined while the school causes no concern. */
  readonly because?: string;
  readonly items: readonly ShownExtraData[];
  readonly mayGive: boolean;
}

/** For those who read the school's returns in full; undefined for others: unknown and forbidden look alike. */
export function extraDataView(
  policy: TrustPolicy,
  facts: Facts,
  person: Person,
  urn: string,
  now: Temporal.Instant,
): ExtraDataView | undefined {
  const school = schoolOf(facts, urn);
  if (!school || !access(policy, person, 'soap.read', facts, { urn }).allowed) return undefined;
  const causing = causingConcern(policy, policy.concerns, facts, school);
  const asked = extraDataAsked(policy, policy.concerns, facts, school, now);
  const mine = (facts.records?.extraData?.given ?? [])
    .filter((one) => one.urn === urn)
    .toSorted((one, other) => (one.due < other.due ? -1 : 1));
  const keys = new Set([...asked.map(({ item }) => item.key), ...mine.map(({ item }) => item)]);
  return {
    asOf: now.toString(),
    school: { urn, name: school.name },
    ...(causing ? { because: causing.because } : {}),
    items: [...keys].map((key): ShownExtraData => {
      const now = asked.find(({ item }) => item.key === key);
      const given = mine.filter(({ item }) => item === key);
      const standing = now && given.find(({ due }) => due === now.due);
      const measures = policy.soap.measures.filter(
        (measure) => now?.measures.includes(measure) || given.some(({ figures }) => figures[measure.key] !== undefined),
      );
      return {
        key,
        name: extraDataName(policy, key),
        measures: measures.map(({ key: of, name, unit, max, years }) => ({
          ...{ key: of, name, unit, max },
          label: extraFigureLabel({ name, unit, ...(years ? { years } : {}) }),
        })),
        ...(now
          ? { asked: { due: now.due, wanted: isoOf(now.wanted), ...(standing ? { given: standing } : {}) } }
          : {}),
        given: given.map((one) => ({ ...one, byName: nameOf(facts, one.by) })),
      };
    }),
    mayGive: access(policy, person, 'soap.write', facts, { urn }).allowed,
  };
}
