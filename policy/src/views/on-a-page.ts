import type { Temporal } from 'temporal-polyfill';
import { access } from '../access/access.ts';
import { headOf } from '../access/roles.ts';
import { type Sight, sightOf } from '../access/sight.ts';
import { halfTermAt, halfTermById, halfTerms } from '../calendar/academic-calendar.ts';
import type { HalfTerm, HalfTermId } from '../calendar/half-term.ts';
import { agreementOf, termOf } from '../categorisation/agreement.ts';
import type { Judgement } from '../categorisation/judgement.ts';
import { judgementOf, lastJudgement } from '../categorisation/kept.ts';
import { categoryByCode } from '../categorisation/scale.ts';
import { policyOf } from '../editions/editions.ts';
import type { Facts } from '../facts.ts';
import { groupsAsked } from '../groups/asked.ts';
import { suppressedGroups } from '../groups/group-suppression.ts';
import { inspectionsSeen } from '../inspections/seen.ts';
import type { Plan, PlanKind } from '../plans/plan.ts';
import { standingOf } from '../reports/standing.ts';
import { returnsOf } from '../soap/kept.ts';
import type { SoapReturn } from '../soap/return.ts';
import { schoolReadings } from '../targets/monitoring.ts';
import { nameOf } from '../trust/name-of.ts';
import type { Person } from '../trust/people.ts';
import type { School } from '../trust/school.ts';
import { schoolOf } from '../trust/school-of.ts';
import type { TrustPolicy } from '../trust-policy.ts';
import { categoryOf } from './category-matrix.ts';
import { attainmentTables, glanceOf, type PageReturns } from './on-a-page-attainment.ts';
import { besideRows, publishedOf } from './on-a-page-beside.ts';
import { pageGroups } from './on-a-page-groups.ts';
import type { OnAPageView } from './on-a-page-view.ts';
import { seenReturn } from './seen-return.ts';
import { withheldFrom } from './withheld.ts';

/** How many half terms whole-school figures and categories look back, the page's own included: a year. */
const LOOKS_BACK = 6;
const NO_GROUPS = 'The return has no figures of pupil groups.';
const PLAN_NAMES: Readonly<Record<PlanKind, string>> = {
  development: 'Development plan',
  raising: 'Raising attainment plan',
  full: 'Full raising attainment plan',
};

/**
 * A school on one page (M13, M40): a half term's return beside targets, last year and England, its category with its
 * history, plans and support, and the head's words. Without `halfTerm` that of the newest return. Readers see what they
 * may of the school (M1), small cohorts hidden where they don't see it in full, or ask for it to pass the page on (M15).
 * Undefined where there is nothing to see, and for a half term the policy has no dates for.
 */
export function onAPageView(
  given: TrustPolicy,
  facts: Facts,
  person: Person,
  urn: string,
  asked: { readonly halfTerm?: HalfTermId; readonly hideSmall?: boolean },
  now: Temporal.Instant,
): OnAPageView | undefined {
  const school = schoolOf(facts, urn);
  if (!school || !access(given, person, 'school.read', facts, { urn }).allowed) return undefined;
  const seen = sightOf(given, person, facts, urn);
  const hides = asked.hideSmall === true && seen.figures === 'all';
  const sight: Sight = hides ? { ...seen, figures: 'cut' } : seen;
  const all = sight.figures === 'none' && !sight.comment ? [] : returnsOf(facts, given, urn);
  const id = asked.halfTerm ?? all.at(-1)?.halfTerm ?? halfTermAt(given, now)?.id;
  const halfTerm = id === undefined ? undefined : halfTermById(given, id);
  if (!halfTerm) return undefined;
  const policy = policyOf(given, halfTerm.id);
  const returns = pageReturns(policy, facts, all, sight, urn, halfTerm.id);
  const open = access(given, person, 'records.read', facts, { urn }).allowed;
  const rests = returns.latest?.seen.halfTerm ?? halfTerm.id;
  const readings =
    open && sight.figures !== 'none'
      ? schoolReadings(
          policy,
          policy.targets,
          facts,
          facts.records?.targets?.targets ?? [],
          school,
          halfTermById(policy, rests) ?? halfTerm,
          sight.figures === 'all',
        )
      : [];
  const known = halfTerms(policy);
  const upTo = known.slice(0, known.findIndex((one) => one.id === rests) + 1);
  const ofYear = upTo.filter(({ year }) => year === halfTerm.year);
  const tables = sight.figures === 'none' ? [] : attainmentTables(policy, returns, readings, ofYear);
  const standing = standingOf(policy, facts, urn, halfTerm.id);
  const groups = pageGroups(policy, school, returns);
  const noGroups =
    returns.latest !== undefined && !groups && sight.figures !== 'none' && groupsAsked(policy, school).length > 0;
  const category = categoryBlock(policy, facts, school, halfTerm, sight, open);
  const published = publishedOf(policy, facts, urn, halfTerm.year);
  return {
    asOf: now.toString(),
    trust: policy.trust.name,
    school: schoolWords(facts, school),
    halfTerm: halfTerm.id,
    halfTerms: all.map((one) => one.halfTerm).reverse(),
    ...(returns.latest ? { returnedAt: returns.latest.seen.submittedAt } : {}),
    glance: glanceOf(policy, readings, tables),
    gaps:
      all.length === 0
        ? []
        : [standing.noReturn, standing.noEarlier, ...(noGroups ? [NO_GROUPS] : [])].flatMap((gap) => gap ?? []),
    tables,
    ...(groups ? { groups } : {}),
    beside:
      sight.figures === 'none'
        ? []
        : besideRows(policy, school, returns, { ofYear, lately: upTo.slice(-LOOKS_BACK) }, sight.figures === 'all'),
    ...(published ? { published } : {}),
    ...(category ? { category } : {}),
    plans: open ? planned(facts, urn, halfTerm.year) : [],
    comment: returns.latest?.seen.comment ?? '',
    nextSteps: returns.latest?.seen.nextSteps ?? '',
    showsSmall: sight.figures === 'all' && standsSmall(policy, returns.latest?.seen),
    hidesSmall: hides,
    withheld: withheldFrom(sight),
  };
}

/** Whether few children stand out in a return that is passed on as it is. */
function standsSmall(policy: TrustPolicy, one: SoapReturn | undefined): boolean {
  if (!one) return false;
  const few = one.cohorts.some(({ pupils }) => pupils > 0 && pupils < policy.soap.suppressBelow);
  return few || suppressedGroups(policy, one.groups ?? [], one.cohorts).hidden.length > 0;
}

function pageReturns(
  policy: TrustPolicy,
  facts: Facts,
  all: ReturnType<typeof returnsOf>,
  sight: Sight,
  urn: string,
  halfTerm: HalfTermId,
): PageReturns {
  const { latest, before } = standingOf(policy, facts, urn, halfTerm);
  const cut = all.map((one) => seenReturn(policy, one, sight));
  const byHalfTerm = new Map(cut.map(({ seen }) => [seen.halfTerm, seen]));
  return {
    latest: cut.find(({ seen }) => seen.halfTerm === latest?.halfTerm),
    before: before && byHalfTerm.get(before.halfTerm),
    byHalfTerm,
  };
}

function schoolWords(facts: Facts, { urn, name, phase, cluster, years, pupils }: School): OnAPageView['school'] {
  const head = headOf(facts, urn)?.name;
  const known = years.flatMap((year) => pupils[year] ?? []);
  return {
    ...{ urn, name, phase, cluster },
    ...(head === undefined ? {} : { head }),
    ...(known.length === 0 ? {} : { pupils: known.reduce((sum, one) => sum + one, 0) }),
  };
}

function categoryBlock(
  policy: TrustPolicy,
  facts: Facts,
  school: School,
  { id }: HalfTerm,
  { categories }: Sight,
  open: boolean,
): OnAPageView['category'] {
  if (categories === 'none') return undefined;
  const { urn } = school;
  const own = judgementOf(facts, urn, id);
  const judgement = own?.validated ? own : lastJudgement(facts, policy, urn, id);
  const category = judgement && categoryOf(policy, facts, urn, judgement.halfTerm);
  const named = category && categoryByCode(policy, category.code);
  const validated = judgement?.validated;
  const why = validated?.why ?? judgement?.proposed?.because;
  const answered = judgement && agreedTo(policy, facts, judgement);
  const known = halfTerms(policy);
  const lately = known.slice(0, known.findIndex((one) => one.id === id) + 1).slice(-LOOKS_BACK);
  return {
    ...(judgement && category
      ? {
          now: {
            ...category,
            halfTerm: judgement.halfTerm,
            name: named?.name ?? category.code,
            ...(validated && categories === 'all' ? { by: nameOf(facts, validated.by), at: validated.at } : {}),
            ...(why && categories === 'all' ? { why } : {}),
            ...(named && categories === 'all' ? { support: named.support } : {}),
            ...(answered === undefined || categories !== 'all' ? {} : { agreed: answered }),
          },
        }
      : {}),
    history: lately.map((halfTerm) => {
      const then = categoryOf(policy, facts, urn, halfTerm.id);
      return { halfTerm: halfTerm.id, ...(then ? { category: then } : {}) };
    }),
    // Grades are public; what a monitoring visit or a review found is a record of the school.
    inspections: inspectionsSeen(policy.inspections, facts, school).filter(({ grade }) => open || grade !== undefined),
  };
}

/** What the school answered to this judgement; undefined where it has not, or a later one of the term stands. */
function agreedTo(policy: TrustPolicy, facts: Facts, { urn, halfTerm }: Judgement): boolean | undefined {
  const term = termOf(policy, halfTerm);
  const agreement = term && agreementOf(facts, urn, term);
  if (agreement?.halfTerm !== halfTerm) return undefined;
  if (agreement.state !== 'agreed' && agreement.state !== 'not agreed') return undefined;
  return agreement.state === 'agreed';
}

/** Open plans and the year's support, where the trust keeps records of them (M34-M36). */
function planned(facts: Facts, urn: string, year: string): readonly string[] {
  const plans = (facts.records?.plans?.plans ?? []).filter(
    (plan) => plan.urn === urn && plan.year === year && !plan.closed,
  );
  const supports = (facts.records?.support?.supports ?? []).filter((one) => one.urn === urn && one.year === year);
  return [...plans.map(planWords), ...supports.map(({ what }) => `Support: ${what}`)];
}

function planWords({ kind, objectives, agreed, reviews }: Plan): string {
  const milestones = objectives.flatMap((one) => one.milestones);
  const met = milestones.filter((one) => one.met !== undefined).length;
  const last = reviews.at(-1);
  return [
    `${PLAN_NAMES[kind]}: ${agreed ? `agreed on ${agreed.on}` : 'not agreed yet'}`,
    ...(milestones.length > 0 ? [`${met} of ${milestones.length} milestones met`] : []),
    ...(last ? [`last reviewed on ${last.on}`] : []),
  ].join(', ');
}
