// @ts-nocheck
import { halfTermLabel } from '../calendar/academic-calendar.ts';
import type { HalfTermId } from '../calendar/half-term.ts';
import { judgementOf, lastJudgement } from '../categorisation/kept.ts';
import { categoryByCode, move } from '../categorisation/scale.ts';
import type { Facts } from '../facts.ts';
import type { School } from '../trust/school.ts';
import type { TrustPolicy } from '../trust-policy.ts';
import type { ReportSection } from './report.ts';

/** A half term's validated category, its move and the support that follows, with the last inspection (M25, M28). */
export function categorySection(
  policy: TrustPolicy,
  facts: Pick<Facts, 'judgements'>,
  { urn, ofsted }: Pick<School, 'urn' | 'ofsted'>,
  halfTerm: HalfTermId,
  rule: string,
): ReportSection {
  const code = judgementOf(facts, urn, halfTerm)?.validated?.category;
  const was = lastJudgement(facts, policy, urn, halfTerm)?.validated.category;
  const category = code === undefined ? undefined : categoryByCode(policy, code);
  const named = category ? `${category.code}, ${category.name.toLowerCase()}` : code;
  return {
    heading: 'Category',
    rule,
    points: [
      ...(code === undefined ? [] : [{ says: `The category is ${named}${moved(move(policy, was, code), was)}.` }]),
      ...(category ? [{ says: `Support that follows: ${category.support}` }] : []),
      ...(ofsted
        ? [{ says: `The last inspection's grade is ${ofsted.grade}${ofsted.on ? `, of ${ofsted.on}` : ''}.` }]
        : []),
    ],
    gaps: [
      ...(code === undefined
        ? [
            `No category is validated for ${halfTermLabel(halfTerm)}${was === undefined ? '' : `; the last one was ${was}`}.`,
          ]
        : []),
      ...(ofsted ? [] : ['No inspection grade is on record.']),
    ],
  };
}

function moved(which: ReturnType<typeof move>, was: string | undefined): string {
  if (which === 'new') return '';
  return which === 'same' ? ', as before' : `, ${which} from ${was}`;
}
