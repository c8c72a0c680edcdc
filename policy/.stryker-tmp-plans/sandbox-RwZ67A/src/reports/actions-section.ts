// @ts-nocheck
import type { School } from '../trust/school.ts';
import type { ReportPoint, ReportSection } from './report.ts';
import type { SourceAction } from './report-sources.ts';

/**
 * What actions came to in a span of days (`after` not included, `to` included), then those overdue on its last day
 * (M41, M42). An action done without a word on its impact is a gap. Actions of schools not given are left out.
 */
export function actionsSection(
  actions: readonly SourceAction[],
  schools: readonly Pick<School, 'urn' | 'name'>[],
  { after, to }: { readonly after: string; readonly to: string },
  rule: string,
): ReportSection {
  const names = new Map(schools.map(({ urn, name }) => [urn, name]));
  const ours = actions
    .filter(({ urn }) => urn === undefined || names.has(urn))
    .sort((one, other) => (one.due === other.due ? (one.id < other.id ? -1 : 1) : one.due < other.due ? -1 : 1));
  const where = ({ urn }: SourceAction) => (urn === undefined ? 'Trust' : (names.get(urn) ?? urn));
  const point = (one: SourceAction, says: string): ReportPoint => ({
    says: `${where(one)}: ${one.title}. ${says}`,
    ...(one.urn === undefined ? {} : { urn: one.urn }),
  });
  const done = ours.filter((one) => one.done !== undefined && one.done > after && one.done <= to);
  const overdue = ours.filter((one) => one.due <= to && (one.done === undefined || one.done > to));
  return {
    heading: 'Impact of actions',
    rule,
    points: [
      ...done.flatMap((one) => (one.impact ? [point(one, `Impact: ${one.impact}`)] : [])),
      ...overdue.map((one) => point(one, `Overdue since ${one.due}.`)),
    ],
    gaps: [
      ...(ours.length === 0 ? ['No actions are on record.'] : []),
      ...done
        .filter(({ impact }) => !impact)
        .map((one) => `${where(one)}: ${one.title}. Done, its impact not recorded.`),
    ],
  };
}
