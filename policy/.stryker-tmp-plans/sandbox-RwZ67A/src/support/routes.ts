// @ts-nocheck
import { Temporal } from 'temporal-polyfill';
import { dateAt } from '../calendar/academic-calendar.ts';
import { judgementsOf } from '../categorisation/kept.ts';
import { categoryByCode } from '../categorisation/scale.ts';
import type { Why } from '../explanation/why.ts';
import type { Facts } from '../facts.ts';
import type { School } from '../trust/school.ts';
import { schoolOf } from '../trust/school-of.ts';
import type { TrustPolicy } from '../trust-policy.ts';
import type { SupportNeed } from './need.ts';
import type { Route, SupportPolicy } from './support-policy.ts';

const RULE = 'M33';

/** A route by which a school comes to additional support now. */
export interface OpenRoute {
  readonly route: Route;
  readonly name: string;
  /** What follows from it, in a sentence of the policy. */
  readonly follows: string;
  /** ISO date from which it has been open, where that is known. */
  readonly since?: string;
  /** Id of the recorded need it rests on. */
  readonly need?: string;
  readonly why: Why;
}

/**
 * The routes by which a school comes to additional support on a date (M33), in the policy's order; none for a school
 * that has left or is not known. A school that joins later can have routes already: due diligence comes before joining.
 * The category is the grade on the school's row, as for proposals.
 */
export function routesFor(
  policy: TrustPolicy,
  own: SupportPolicy,
  facts: Pick<Facts, 'schools' | 'judgements'>,
  needs: readonly SupportNeed[],
  urn: string,
  date: string,
): readonly OpenRoute[] {
  const school = schoolOf(facts, urn);
  if (!school || (school.left !== undefined && school.left <= date)) return [];
  const recorded = needs.filter((need) => need.urn === urn && open(policy, need, date)).sort(byTime);
  const of = (route: SupportNeed['route']) =>
    recorded.filter((need) => need.route === route).map((need) => fromNeed(policy, own, need));
  const asNew = of('new-school');
  const supported = byCategory(own, school);
  return [
    ...of('school-asks'),
    ...(supported ?? atRisk(policy, own, facts, school, date)),
    ...of('due-diligence'),
    ...(asNew.length > 0 ? asNew : newSchool(own, school, date)),
  ];
}

function open(policy: TrustPolicy, need: SupportNeed, date: string): boolean {
  return dayOf(policy, need.at) <= date && (need.closed === undefined || need.closed.on > date);
}

function fromNeed(policy: TrustPolicy, own: SupportPolicy, need: SupportNeed): OpenRoute {
  return {
    route: need.route,
    ...own.routes[need.route],
    since: dayOf(policy, need.at),
    need: need.id,
    why: {
      rule: RULE,
      because: [`${own.routes[need.route].name}: ${need.area}.`, need.found],
      wouldChange: 'Close the need once it is met or withdrawn.',
    },
  };
}

function byCategory(own: SupportPolicy, { ofsted, name }: School): readonly OpenRoute[] | undefined {
  if (!ofsted || !own.supportedGrades.includes(ofsted.grade)) return undefined;
  return [
    {
      route: 'category',
      ...own.routes.category,
      ...(ofsted.on === undefined ? {} : { since: ofsted.on }),
      why: {
        rule: RULE,
        because: [`${name} is in Ofsted category ${ofsted.grade}.`],
        wouldChange: 'The next inspection that takes it out of this category.',
      },
    },
  ];
}

/** By the last category validated up to the date, unless an inspection has changed the Ofsted part since. */
function atRisk(
  policy: TrustPolicy,
  own: SupportPolicy,
  facts: Pick<Facts, 'judgements'>,
  { urn, name, ofsted }: School,
  date: string,
): readonly OpenRoute[] {
  const validated = judgementsOf(facts, policy, urn)
    .flatMap((judgement) => judgement.validated ?? [])
    .filter(({ at }) => dayOf(policy, at) <= date)
    .map(({ at, category }) => ({ at, category: categoryByCode(policy, category) }));
  const category = validated.at(-1)?.category;
  if (category?.heading !== 'at risk' || category.ofsted !== (ofsted?.grade ?? category.ofsted)) return [];
  // Judged at risk again is the same risk: it has been open since the first of the judgements in a row.
  const first = validated[validated.findLastIndex((one) => one.category?.code !== category.code) + 1];
  return [
    {
      route: 'at-risk',
      ...own.routes['at-risk'],
      ...(first ? { since: dayOf(policy, first.at) } : {}),
      why: {
        rule: RULE,
        because: [`${name} was last judged ${category.code}: ${category.name}.`],
        wouldChange: 'A validated category that is no longer at risk, or an inspection.',
      },
    },
  ];
}

function newSchool(own: SupportPolicy, { name, joined, ofsted }: School, date: string): readonly OpenRoute[] {
  if (joined === undefined || ofsted) return [];
  const until = Temporal.PlainDate.from(joined).add({ months: own.newForMonths }).toString();
  if (date < joined || date >= until) return [];
  return [
    {
      route: 'new-school',
      ...own.routes['new-school'],
      since: joined,
      why: {
        rule: RULE,
        because: [`${name} joined on ${joined} and has no Ofsted grade yet.`],
        wouldChange: `Its first inspection, or ${until}, when it no longer counts as new.`,
      },
    },
  ];
}

function dayOf(policy: TrustPolicy, instant: string): string {
  return dateAt(policy, Temporal.Instant.from(instant));
}

function byTime(one: SupportNeed, other: SupportNeed): number {
  return (
    Temporal.Instant.compare(Temporal.Instant.from(one.at), Temporal.Instant.from(other.at)) ||
    (one.id < other.id ? -1 : 1)
  );
}
