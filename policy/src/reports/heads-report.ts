import { Temporal } from 'temporal-polyfill';
import { dateAt } from '../calendar/academic-calendar.ts';
import { type Agreement, agreementOf } from '../categorisation/agreement.ts';
import type { CategoryCode } from '../categorisation/judgement.ts';
import { categoryByCode } from '../categorisation/scale.ts';
import type { Facts } from '../facts.ts';
import type { School } from '../trust/school.ts';
import type { TrustPolicy } from '../trust-policy.ts';
import { attainmentSection } from './attainment-section.ts';
import { reportedSchool } from './board-soap.ts';
import { validatedIn } from './moves.ts';
import type { ReportAnswer, ReportSection } from './report.ts';
import type { ReportSources } from './report-sources.ts';
import { standingOf } from './standing.ts';
import { targetPoints, targetStates } from './targets-section.ts';
import { noTerm, type Term, type TermId, termById, termLabel } from './term.ts';
import { wholeSchoolSection } from './whole-school-section.ts';

const RULE = 'M44';

/**
 * A head's report of a term to the school's governors (M44), with the judgement once the school has said whether it
 * agrees, and why not where it does not (M25). It is the school's own, so nothing is hidden. Refused for a school or term that is not known, and for a term
 * at whose end the school does not belong to the trust.
 */
export function headsReport(
  policy: TrustPolicy,
  facts: Facts,
  urn: string,
  term: TermId,
  sources: ReportSources = {},
): ReportAnswer {
  const of = termById(policy, term);
  if (!of) return noTerm(RULE, term);
  const school = reportedSchool(facts, urn, of.last.to, RULE);
  if ('ok' in school) return school;
  const standing = standingOf(policy, facts, urn, of.last.id);
  const targets = (sources.targets ?? []).filter((one) => one.urn === urn && one.academicYear === of.year);
  return {
    ok: true,
    kind: 'headsReport',
    rule: RULE,
    title: `Head's report, ${school.name}, ${termLabel(term)}`,
    urn,
    period: term,
    sections: [
      agreedJudgement(policy, facts, school, of, sources),
      attainmentSection(policy, standing, 'school', RULE),
      {
        heading: 'Targets',
        rule: 'M23',
        points: targetPoints(policy, targetStates(policy, standing, targets, 'school')),
        gaps: targets.length > 0 ? [] : [`No targets of ${of.year} are on record.`],
      },
      wholeSchoolSection(policy, standing, 'school', RULE),
      {
        heading: 'Comment and next steps',
        rule: 'M13',
        points: [standing.latest?.comment, standing.latest?.nextSteps].flatMap((says) => (says ? [{ says }] : [])),
        gaps: [
          ...(standing.latest?.comment ? [] : ['There is no comment.']),
          ...(standing.latest?.nextSteps ? [] : ['There are no next steps.']),
        ],
      },
    ],
  };
}

function agreedJudgement(
  policy: TrustPolicy,
  facts: Facts,
  { urn, ofsted }: School,
  term: Term,
  { agreed = [] }: ReportSources,
): ReportSection {
  const validated = validatedIn(facts, urn, term.halfTerms).at(-1);
  const ofTerm = agreed.filter((one) => one.urn === urn && one.term === term.id);
  const agreement = ofTerm.find(({ category }) => category === validated);
  const answered = agreement ? undefined : agreementOf(facts, urn, term);
  const named = namedIn(policy, validated);
  const said = agreement
    ? `The judgement, agreed with the school on ${agreement.on}, is ${named}.`
    : answered && asAnswered(policy, answered, named);
  return {
    heading: 'Agreed judgement',
    rule: 'M25',
    points: [
      ...(said ? [{ says: said }] : []),
      ...(ofsted
        ? [{ says: `The last inspection's grade is ${ofsted.grade}${ofsted.on ? `, of ${ofsted.on}` : ''}.` }]
        : []),
    ],
    gaps: said ? [] : [notAgreed(facts, answered, ofTerm.length > 0)],
  };
}

/** What the school answered to the category as it stands: that it agrees, or why not. */
function asAnswered(policy: TrustPolicy, { state, last }: Agreement, named: string): string | undefined {
  if (!last || state === 'changed') return undefined;
  const on = dateAt(policy, Temporal.Instant.from(last.at));
  return state === 'agreed'
    ? `The judgement, agreed with the school on ${on}, is ${named}.`
    : `The judgement is ${named}. The school said on ${on} that it does not agree: ${last.because}`;
}

/** Why governors are told of no agreement yet. */
function notAgreed({ records }: Facts, answered: Agreement | undefined, wasAgreed: boolean): string {
  if (!answered) return 'No category of the term is validated yet.';
  if (wasAgreed || answered.state === 'changed')
    return 'The category was changed after it was agreed: agree it again before governors read it.';
  // Where answers are kept the school is asked by itself.
  if (!records?.agreement) return 'The category is not agreed with the school yet: agree it before governors read it.';
  return answered.asked
    ? 'The school has not said yet whether it agrees with the category: answer before governors read it.'
    : "The school is asked whether it agrees with the category after the term's last round.";
}

function namedIn(policy: TrustPolicy, code: CategoryCode = ''): string {
  const name = categoryByCode(policy, code)?.name.toLowerCase();
  return `${code}${name ? `, ${name}` : ''}`;
}
