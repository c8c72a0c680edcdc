import { Temporal } from 'temporal-polyfill';
import type { Why } from '../explanation/why.ts';
import type { OfstedGrade, School } from '../trust/school.ts';
import type { Graded, Inspection } from './inspection.ts';
import type { InspectionsPolicy } from './inspections-policy.ts';
import { mapped } from './mapping.ts';

/** The Ofsted part of a school's category, and the inspection it comes from. */
export interface OfstedPart {
  readonly grade: OfstedGrade;
  /** ISO date of the inspection; undefined where the school's row gives a grade without one. */
  readonly on?: string;
  /** Id of the recorded inspection; undefined where only the school's row says it. */
  readonly inspection?: string;
  readonly why: Why;
}

type OfSchool = Pick<School, 'urn' | 'name' | 'ofsted'>;

/**
 * The Ofsted part of a school on a date (M24, M28): that of its newest graded inspection published by then. The grade on
 * the school's row counts as an inspection too: schools come with it. Undefined where the school has no grade yet.
 */
export function ofstedPartAt(
  own: InspectionsPolicy,
  school: OfSchool,
  inspections: readonly Inspection[],
  date: string,
): OfstedPart | undefined {
  return partsUpTo(own, school, inspections, date).at(-1);
}

/**
 * Schools with the Ofsted part that the inspections on record give them on a date (M24, M28): an inspection counts for
 * everything that follows from it without anybody having to change the school's row.
 */
export function schoolsInspected(
  own: InspectionsPolicy,
  schools: readonly School[],
  inspections: readonly Inspection[],
  date: string,
): readonly School[] {
  if (inspections.length === 0) return schools;
  return schools.map((school) => {
    const { grade, on, inspection } = ofstedPartAt(own, school, inspections, date) ?? {};
    if (grade === undefined || inspection === undefined) return school;
    return { ...school, ofsted: { grade, ...(on === undefined ? {} : { on }), inspection } };
  });
}

/**
 * Whether a school keeps its support on a date, whatever its interim category (M28): in a grade of the policy it stays
 * until the next inspection confirms a better one.
 */
export function supportKept(
  own: InspectionsPolicy,
  school: OfSchool,
  inspections: readonly Inspection[],
  date: string,
): { readonly kept: boolean; readonly why: Why } {
  const parts = partsUpTo(own, school, inspections, date);
  const [last, before] = [parts.at(-1), parts.at(-2)];
  if (!last) {
    const because = [`${school.name} has no Ofsted grade yet.`];
    return { kept: false, why: { rule: 'M28', because, wouldChange: 'Its first inspection.' } };
  }
  const when = last.on === undefined ? 'on record' : `of ${last.on}`;
  if (own.keepsSupport.includes(last.grade)) {
    return {
      kept: true,
      why: {
        rule: 'M28',
        because: [`The last inspection ${when} counts as ${last.grade}, and no later one has confirmed better.`],
        wouldChange: `An inspection that counts as better than ${Math.min(...own.keepsSupport)}.`,
      },
    };
  }
  const released = before !== undefined && own.keepsSupport.includes(before.grade);
  return {
    kept: false,
    why: {
      rule: 'M28',
      because: [
        released
          ? `The inspection ${when} confirmed the move from ${before.grade} to ${last.grade}.`
          : `The last inspection ${when} counts as ${last.grade}.`,
      ],
      wouldChange: `An inspection that counts as ${own.keepsSupport.join(' or ')}, or another route to support.`,
    },
  };
}

/** Every grade a school has had by a date, oldest inspection first. What can't be mapped counts for nothing. */
function partsUpTo(
  own: InspectionsPolicy,
  school: OfSchool,
  inspections: readonly Inspection[],
  date: string,
): readonly OfstedPart[] {
  const parts = inspections
    .filter(isGraded)
    .filter(({ urn, on, published }) => urn === school.urn && on <= date && published <= date)
    .sort(byTime)
    .flatMap((inspection): OfstedPart[] => {
      const found = mapped(own, inspection);
      return found.ok ? [{ grade: found.grade, on: inspection.on, inspection: inspection.id, why: found.why }] : [];
    });
  const row = school.ofsted;
  if (!row || (row.on !== undefined && row.on > date)) return parts;
  const fromRow: OfstedPart = {
    grade: row.grade,
    ...(row.on === undefined ? {} : { on: row.on }),
    why: {
      rule: 'M24',
      because: [`${school.name}'s row says ${row.grade}${row.on === undefined ? '' : `, inspected on ${row.on}`}.`],
      wouldChange: 'The next inspection, or a correction of the row.',
    },
  };
  // A row without a date says nothing of when, so it comes before all that is recorded; of one day the record counts.
  const place = row.on === undefined ? 0 : parts.filter(({ on }) => on !== undefined && on < (row.on ?? '')).length;
  return parts[place]?.on === row.on && row.on !== undefined ? parts : parts.toSpliced(place, 0, fromRow);
}

export function isGraded(inspection: Inspection): inspection is Graded {
  return inspection.kind === 'overall' || inspection.kind === 'areas';
}

function byTime(one: Graded, other: Graded): number {
  if (one.on !== other.on) return one.on < other.on ? -1 : 1;
  return (
    Temporal.Instant.compare(Temporal.Instant.from(one.at), Temporal.Instant.from(other.at)) ||
    (one.id < other.id ? -1 : 1)
  );
}
