import type { Temporal } from 'temporal-polyfill';
import { access } from '../access/access.ts';
import { dateAt } from '../calendar/academic-calendar.ts';
import type { Facts } from '../facts.ts';
import { areasInWords, INSPECTION_KINDS } from '../inspections/in-words.ts';
import type { Inspection } from '../inspections/inspection.ts';
import type { InspectionsPolicy } from '../inspections/inspections-policy.ts';
import { mapped, nameIn } from '../inspections/mapping.ts';
import { isGraded, supportKept } from '../inspections/ofsted-part.ts';
import { nameOf } from '../trust/name-of.ts';
import type { Person } from '../trust/people.ts';
import type { OfstedGrade } from '../trust/school.ts';
import { schoolOf } from '../trust/school-of.ts';
import type { TrustPolicy } from '../trust-policy.ts';

/** An inspection as it is read: in the policy's names, and what it counts as. */
export interface ShownInspection {
  readonly inspection: Inspection;
  /** "Graded inspection". */
  readonly name: string;
  /** Who recorded it, by name. */
  readonly byName: string;
  /** What was found, where it is one thing: of a monitoring visit or a review. */
  readonly outcome?: string;
  readonly framework?: string;
  /** In the framework's order. */
  readonly areas: readonly { readonly area: string; readonly point: string }[];
  /** The Ofsted part it counts as on the trust's scale, and why. */
  readonly counts?: { readonly grade: OfstedGrade; readonly because: readonly string[] };
}

/** What others saw of a school from outside, newest first (M28), and what its support follows from. */
export interface InspectionsView {
  readonly asOf: string;
  /** ISO date in the trust's time zone. */
  readonly today: string;
  readonly school: { readonly urn: string; readonly name: string };
  readonly inspections: readonly ShownInspection[];
  readonly support: ReturnType<typeof supportKept>;
  readonly mayRecord: boolean;
  /** What a record can say. */
  readonly policy: Pick<InspectionsPolicy, 'overallUntil' | 'frameworks' | 'monitoringOutcomes'>;
}

/** Undefined where the reader may not see a school's records, or there is no such school: the two look alike. */
export function inspectionsView(
  policy: TrustPolicy,
  facts: Facts,
  person: Person,
  urn: string,
  now: Temporal.Instant,
): InspectionsView | undefined {
  const school = schoolOf(facts, urn);
  if (!school || !access(policy, person, 'records.read', facts, { urn }).allowed) return undefined;
  const own = policy.inspections;
  const { overallUntil, frameworks, monitoringOutcomes } = own;
  const mine = (facts.records?.inspections?.inspections ?? []).filter((one) => one.urn === urn);
  const today = dateAt(policy, now);
  return {
    asOf: now.toString(),
    today,
    school: { urn, name: school.name },
    inspections: mine
      .toSorted((one, other) => (`${one.on}${one.at}` < `${other.on}${other.at}` ? 1 : -1))
      .map((inspection) => shown(own, facts, inspection)),
    support: supportKept(own, school, mine, today),
    mayRecord: access(policy, person, 'inspection.record', facts, { urn }).allowed,
    policy: { overallUntil, frameworks, monitoringOutcomes },
  };
}

function shown(own: InspectionsPolicy, facts: Facts, inspection: Inspection): ShownInspection {
  const found = isGraded(inspection) ? mapped(own, inspection) : undefined;
  return {
    inspection,
    name: INSPECTION_KINDS[inspection.kind],
    byName: nameOf(facts, inspection.by),
    areas: inspection.kind === 'areas' ? areasInWords(own, inspection) : [],
    ...(inspection.kind === 'areas' ? { framework: nameIn(own.frameworks, inspection.framework) } : {}),
    ...(inspection.kind === 'monitoring' ? { outcome: nameIn(own.monitoringOutcomes, inspection.outcome) } : {}),
    ...(inspection.kind === 'review' ? { outcome: inspection.outcome } : {}),
    ...(found?.ok ? { counts: { grade: found.grade, because: found.why.because } } : {}),
  };
}
