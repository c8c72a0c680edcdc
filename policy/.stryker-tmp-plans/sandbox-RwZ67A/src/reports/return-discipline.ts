// @ts-nocheck
import { Temporal } from 'temporal-polyfill';
import { halfTermLabel } from '../calendar/academic-calendar.ts';
import type { HalfTerm } from '../calendar/half-term.ts';
import { schoolsInRound } from '../categorisation/round.ts';
import type { Facts } from '../facts.ts';
import { collectionWindow } from '../soap/collection.ts';
import type { TrustPolicy } from '../trust-policy.ts';
import type { ReportPoint } from './report.ts';

/** How a half term's returns came in: the first submission counts, whatever was corrected later (M14, M48). */
export function returnDiscipline(policy: TrustPolicy, facts: Facts, { id }: Pick<HalfTerm, 'id'>): ReportPoint {
  const due = collectionWindow(policy, id).due.epochMilliseconds;
  const first = new Map<string, number>();
  for (const { urn, halfTerm, submittedAt } of facts.returns) {
    if (halfTerm !== id) continue;
    const at = Temporal.Instant.from(submittedAt).epochMilliseconds;
    first.set(urn, Math.min(at, first.get(urn) ?? at));
  }
  const schools = schoolsInRound(policy, facts, id).map(({ urn, name }) => ({ name, at: first.get(urn) }));
  const missing = schools.filter(({ at }) => at === undefined).map(({ name }) => name);
  const late = schools.filter(({ at }) => at !== undefined && at > due).map(({ name }) => name);
  const onTime = schools.length - missing.length - late.length;
  return {
    says:
      `${halfTermLabel(id)}: ${onTime} of ${schools.length} returns on time` +
      `${late.length > 0 ? `; late: ${late.join(', ')}` : ''}${missing.length > 0 ? `; missing: ${missing.join(', ')}` : ''}.`,
    figures: [
      { label: 'On time', value: onTime, unit: 'count' },
      { label: 'Late', value: late.length, unit: 'count' },
      { label: 'Missing', value: missing.length, unit: 'count' },
    ],
  };
}
