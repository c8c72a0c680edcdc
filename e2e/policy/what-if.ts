import {
  type Facts,
  instantAt,
  type Meeting,
  meetingDifferences,
  type OutcomeDifference,
  outcomeDifferences,
  type TrustPolicy,
  valueDifferences,
} from '@owls/policy';

/** What differs between two policies, in every respect that can be told from a trust's facts. */
export function differences(before: TrustPolicy, after: TrustPolicy, facts: Facts, year: string, date: string) {
  const now = instantAt(before, date, '09:00');
  return {
    values: valueDifferences(before, after),
    meetings: meetingDifferences(before, after, facts, year),
    outcomes: outcomeDifferences({ policy: before, facts }, { policy: after, facts }, now),
  };
}

/** The same for people to read. */
export function inWords(
  { values, meetings, outcomes }: ReturnType<typeof differences>,
  facts: Facts,
  year: string,
  date: string,
): string {
  if (values.length === 0) return 'The two policies are the same.';
  const names = new Map(facts.schools.map(({ urn, name }) => [urn, name]));
  const of = (kind: OutcomeDifference['kind']) =>
    outcomes
      .filter((one) => one.kind === kind)
      .map((one) => `${names.get(one.of) ?? one.of}: ${one.before ?? 'none'} becomes ${one.after ?? 'none'}`);
  return [
    ...values.map(({ place, before, after }) => `${place}: ${said(before)} becomes ${said(after)}`),
    ...part(`Meetings of ${year}`, [
      ...meetings.flatMap(({ before, after }) => [
        ...(before ? [`- ${meetingRow(before)}`] : []),
        ...(after ? [`+ ${meetingRow(after)}`] : []),
      ]),
    ]),
    ...part(`Duties on ${date}, by when`, of('duty')),
    ...part(`Categories suggested on ${date}`, of('category')),
    ...part('Pounds left for support', of('money')),
  ].join('\n');
}

export function meetingRow({ start, end, title, place }: Meeting): string {
  return `${start.slice(0, 10)}  ${start.slice(11)} to ${end.slice(11)}  ${title.padEnd(32)}  ${place}`;
}

function part(title: string, lines: readonly string[]): readonly string[] {
  return ['', lines.length === 0 ? `${title}: no difference.` : `${title}:`, ...lines];
}

function said(value: unknown): string {
  return value === undefined ? 'not there' : JSON.stringify(value);
}
