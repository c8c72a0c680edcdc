// @ts-nocheck
import { halfTermById, halfTermLabel } from '../calendar/academic-calendar.ts';
import type { HalfTermId } from '../calendar/half-term.ts';
import type { Facts } from '../facts.ts';
import { type Refusal, refused } from '../national/refusal.ts';
import { belongs } from '../trust/belonging.ts';
import type { School } from '../trust/school.ts';
import { schoolOf } from '../trust/school-of.ts';
import type { TrustPolicy } from '../trust-policy.ts';
import { attainmentSection } from './attainment-section.ts';
import { categorySection } from './category-section.ts';
import type { Reader, ReportAnswer } from './report.ts';
import { standingOf } from './standing.ts';
import { wholeSchoolSection } from './whole-school-section.ts';

const RULE = 'M40';

/**
 * One school on one page for the board (M40): attainment by year group with its change since the last return, teaching
 * and attendance, category. Small cohorts are hidden unless the reader is of the school (M15). Refused for a school or
 * half term that is not known, and for one the school did not belong to the trust in.
 */
export function boardSoap(
  policy: TrustPolicy,
  facts: Facts,
  urn: string,
  halfTerm: HalfTermId,
  reader: Reader = 'outside',
): ReportAnswer {
  const of = halfTermById(policy, halfTerm);
  if (!of) return refused(RULE, `The policy has no dates for ${halfTerm}.`, 'Choose a half term of the calendar.');
  const school = reportedSchool(facts, urn, of.to, RULE);
  if ('ok' in school) return school;
  const standing = standingOf(policy, facts, urn, halfTerm);
  return {
    ok: true,
    kind: 'boardSoap',
    rule: RULE,
    title: `${school.name}: ${halfTermLabel(halfTerm)}`,
    urn,
    period: halfTerm,
    sections: [
      attainmentSection(policy, standing, reader, RULE),
      wholeSchoolSection(policy, standing, reader, RULE),
      categorySection(policy, facts, school, halfTerm, RULE),
    ],
  };
}

/** The school a report is about, if it belonged to the trust on the date (`YYYY-MM-DD`). */
export function reportedSchool(facts: Pick<Facts, 'schools'>, urn: string, on: string, rule: string): School | Refusal {
  const school = schoolOf(facts, urn);
  if (!school) return refused(rule, `No school with the URN ${urn} is on record.`, 'Import the school first.');
  if (belongs(school, on)) return school;
  return refused(rule, `${school.name} is not of the trust on ${on}.`, 'Choose a time when it belongs to the trust.');
}
