import { halfTerms, isSchoolDay } from '../calendar/academic-calendar.ts';
import { shifted } from '../calendar/day-offset.ts';
import type { AcademicYear } from '../calendar/half-term.ts';
import { belongs, byName } from '../trust/belonging.ts';
import type { School } from '../trust/school.ts';
import type { TrustPolicy } from '../trust-policy.ts';
import { spread } from '../visits/spread.ts';
import type { PeerReview } from './peer-review.ts';
import type { PeerReviewPolicy } from './peer-review-policy.ts';

/** The schools that are reviewed in a year, by name: those of the trust on any of its days for reviews. */
export function reviewedIn(
  policy: TrustPolicy,
  own: PeerReviewPolicy,
  schools: readonly School[],
  year: AcademicYear,
): readonly School[] {
  const runs = runsOf(policy, own, year);
  return schools.filter((school) => runs.some((run) => fits(school, run))).sort(byName);
}

/** The last day of a year on which reviews take place, ISO; empty for a year without any. */
export function lastReviewDay(policy: TrustPolicy, own: PeerReviewPolicy, year: AcademicYear): string {
  return runsOf(policy, own, year).at(-1)?.at(-1) ?? '';
}

/** Days for each school's review by URN, after a day, spread over the year, no two reviews on a day; agreed days stay. */
export function reviewDays(
  policy: TrustPolicy,
  own: PeerReviewPolicy,
  schools: readonly School[],
  year: AcademicYear,
  recorded: readonly PeerReview[],
  busy: ReadonlySet<string>,
  after: string,
): ReadonlyMap<string, readonly string[]> {
  const agreed = new Map(
    recorded.filter((one) => one.year === year && one.days.length > 0).map(({ urn, days }) => [urn, days]),
  );
  const taken = new Set([...agreed.values()].flat());
  const open = schools.filter(({ urn }) => !agreed.has(urn));
  const free = runsOf(policy, own, year).filter((run) => (run[0] ?? '') > after && !run.some((day) => taken.has(day)));
  const quiet = placed(
    open,
    free.filter((run) => !run.some((day) => busy.has(day))),
  );
  return new Map([...agreed, ...(quiet.size === open.length ? quiet : placed(open, free))]);
}

function placed(
  schools: readonly School[],
  runs: readonly (readonly string[])[],
): ReadonlyMap<string, readonly string[]> {
  const slots = spread({
    items: schools,
    slots: runs.length,
    fits: (school, slot) => fits(school, runs[slot] ?? []),
    // One person leads them all.
    clash: () => true,
    fixed: new Map(),
  });
  return new Map([...slots].map(([{ urn }, slot]) => [urn, runs[slot] ?? []]));
}

function fits(school: School, run: readonly string[]): boolean {
  return run.every((day) => belongs(school, day));
}

/** Runs of so many school days in a row, one after the other without a weekend or a day off between. */
function runsOf(policy: TrustPolicy, own: PeerReviewPolicy, year: AcademicYear): readonly (readonly string[])[] {
  return halfTerms(policy)
    .filter((one) => one.year === year && own.halfTerms.includes(one.name))
    .flatMap(({ from, to }) => {
      const runs: string[][] = [];
      let run: string[] = [];
      for (let day = from; day <= to; day = shifted(day, 1)) {
        run = isSchoolDay(policy, day) ? [...run, day] : [];
        if (run.length < own.days) continue;
        runs.push(run);
        run = [];
      }
      return runs;
    });
}
