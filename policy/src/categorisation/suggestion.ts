import { halfTermLabel } from '../calendar/academic-calendar.ts';
import type { HalfTermId } from '../calendar/half-term.ts';
import { policyOf } from '../editions/editions.ts';
import type { Facts } from '../facts.ts';
import { tenth } from '../tenth.ts';
import type { OfstedGrade, School } from '../trust/school.ts';
import type { CategoryPolicy, TrustPolicy } from '../trust-policy.ts';
import { counted, type Evidence, evidenceFor, levelPoints, type Point } from './evidence.ts';
import type { CategoryCode, Suggestion } from './judgement.ts';
import { lastJudgement } from './kept.ts';
import { categoryByCode, choicesFor, scaleOf } from './scale.ts';

const HEADINGS = ['at risk', 'in line', 'better'] as const;

/** What a school's row of the scale is taken to be while it has no Ofsted grade and no category. */
const ASSUMED_GRADE: OfstedGrade = 2;

/**
 * What the system would propose for a school, with its evidence and how far it is from changing (M27); people decide.
 *
 * It weighs points: attainment on track (one for each band's edge passed, two beyond the margin), its trend since the
 * last return of the year, and whole-school measures worse than the policy's bounds. Two points for the school mean it
 * heads for the better, two against mean it is at risk, anything between is in line. One round moves a school one step
 * at most from its last category. The row of the scale is the last Ofsted grade's; grade 4 has no "at risk", so it
 * stays in line.
 */
export function suggestion(
  given: TrustPolicy,
  facts: Pick<Facts, 'returns' | 'judgements' | 'results'>,
  school: Pick<School, 'urn' | 'ofsted'>,
  halfTerm: HalfTermId,
): Suggestion {
  const policy = policyOf(given, halfTerm);
  const before = lastJudgement(facts, policy, school.urn, halfTerm);
  const last = before && categoryByCode(policy, before.validated.category);
  const row = rowFor(policy, school, last);
  const evidence = evidenceFor(policy, facts, school, halfTerm);
  const { code, held } = decided(policy, row, last, evidence, evidence.headline?.value);
  const level: Point[] = evidence.headline
    ? [{ points: levelPoints(policy, evidence.headline.value), says: levelSays(policy, evidence.headline) }]
    : [];
  const weighed = [...level, ...evidence.others].sort((one, other) => Math.abs(other.points) - Math.abs(one.points));
  return {
    category: code,
    because: [
      ...(weighed.length > 0
        ? weighed.map(({ says }) => says)
        : [
            'There is no return and no published result to go by, so it stays in line with its last category or inspection.',
          ]),
      ...(last && before ? [lastSays(last, before.halfTerm, held)] : []),
      ...(school.ofsted ? [] : ['The school has no Ofsted grade yet, so the row of the scale is assumed.']),
    ],
    wouldChange: distance(policy, row, last, evidence, code),
  };
}

/** The codes the school can be in. */
function rowFor(
  policy: TrustPolicy,
  school: Pick<School, 'ofsted'>,
  last: CategoryPolicy | undefined,
): readonly CategoryPolicy[] {
  const grade = school.ofsted?.grade ?? last?.ofsted ?? ASSUMED_GRADE;
  const codes = choicesFor(policy, { ofsted: { grade } });
  return scaleOf(policy).filter(({ code }) => codes.includes(code));
}

function decided(
  policy: TrustPolicy,
  row: readonly CategoryPolicy[],
  last: CategoryPolicy | undefined,
  evidence: Evidence,
  value: number | undefined,
): { readonly code: CategoryCode; readonly held: boolean } {
  const points =
    (value === undefined ? 0 : levelPoints(policy, value)) + evidence.others.reduce((sum, one) => sum + one.points, 0);
  const inLine = HEADINGS.indexOf('in line');
  const from = last && row[0]?.ofsted === last.ofsted ? HEADINGS.indexOf(last.heading) : inLine;
  const wanted = value === undefined ? from : inLine + (points >= 2 ? 1 : 0) - (points <= -2 ? 1 : 0);
  const reached = last ? Math.min(Math.max(wanted, from - 1), from + 1) : wanted;
  const heading = HEADINGS[reached];
  const found = row.find((one) => one.heading === heading) ?? row.find((one) => one.heading === 'in line');
  return { code: found?.code ?? '', held: reached !== wanted };
}

function levelSays(policy: TrustPolicy, { name, value, source }: NonNullable<Evidence['headline']>): string {
  const { strong, secure } = policy.soap.bands;
  const where =
    value >= strong
      ? `at or above ${strong}%, where it is strong`
      : value >= secure
        ? `between ${secure}% and ${strong}%, where it is secure`
        : `below ${secure}%, where it is a concern`;
  const what = source === 'return' ? 'of pupils are on track in' : 'of pupils reached the standard in';
  return `${value}% ${what} ${name}: ${where}.`;
}

function lastSays(last: CategoryPolicy, halfTerm: HalfTermId, held: boolean): string {
  const then = `In ${halfTermLabel(halfTerm)} it was ${last.code}`;
  return held ? `${then}, and one round moves a school one step at most.` : `${then}.`;
}

/** The nearest figures of the headline at which the suggestion would be another, the rest standing as it is. */
function distance(
  policy: TrustPolicy,
  row: readonly CategoryPolicy[],
  last: CategoryPolicy | undefined,
  evidence: Evidence,
  code: CategoryCode,
): string {
  const { headline } = evidence;
  if (!headline) return 'A return with figures would give it something to go by.';
  const { strong, secure } = policy.soap.bands;
  const { margin } = policy.categorisation.evidence;
  const edges = [secure - margin, secure, strong, strong + margin].filter((edge) => edge > 0 && edge <= 100);
  const wouldBe = (value: number) => decided(policy, row, last, evidence, value).code;
  const up = edges.find((edge) => edge > headline.value && wouldBe(edge) !== code);
  const down = edges.findLast((edge) => edge <= headline.value && wouldBe(edge - 0.1) !== code);
  const ways = [
    ...(up === undefined ? [] : [`${wouldBe(up)} at ${up}% (${counted(tenth(up - headline.value))} more)`]),
    ...(down === undefined ? [] : [`${wouldBe(down - 0.1)} below ${down}% (it is ${headline.value}%)`]),
  ];
  return ways.length === 0
    ? `No figure for ${headline.name} alone would change it; the rest of the evidence would have to.`
    : `With the rest as it is, ${headline.name} would make it ${ways.join(', and ')}.`;
}
