import type { PeerReviewsView, ReviewStep, SchoolReview } from '@owls/policy';
import { wallShortText } from '../shell/dates.ts';
import { counted } from '../shell/figures.ts';

/** "Tue 26 Jan and Wed 27 Jan 2027". */
export function daysText(days: readonly string[]): string {
  const last = days.at(-1);
  return last === undefined ? '' : `${inARow(days.map(wallShortText))} ${last.slice(0, 4)}`;
}

/** "Ann, Ben and Cem". */
export function inARow(words: readonly string[]): string {
  const [last, ...before] = words.toReversed();
  return before.length === 0 ? (last ?? '') : `${before.toReversed().join(', ')} and ${last}`;
}

/** "2 of 8 steps done, 1 overdue." */
export function stepsText(steps: readonly ReviewStep[]): string {
  const count = (wanted: ReviewStep['state']) => steps.filter(({ state }) => state === wanted).length;
  const late = count('overdue');
  return `${count('done')} of ${counted(steps.length, 'step')} done${late > 0 ? `, ${late} overdue` : ''}.`;
}

/** What is to be looked at before a review is agreed, in sentences. */
export function concernsOf(
  { days, lead, short, reviewers, rested, state }: SchoolReview,
  { wants, today }: Pick<PeerReviewsView, 'wants' | 'today'>,
  nameOf: (id: string) => string,
): readonly string[] {
  const again = reviewers.filter((id) => rested.includes(id)).map(nameOf);
  const isAhead = state !== 'begun';
  return [
    ...(isAhead && (days[0] ?? '') <= today
      ? ['No days are left for it in the half terms for reviews: choose some.']
      : []),
    ...(lead === undefined ? ['Nobody is on record to lead it: choose who does.'] : []),
    ...(isAhead && short > 0 ? [`It lacks ${short} of ${counted(wants.reviewers, 'reviewer')}.`] : []),
    ...(isAhead && again.length > 0
      ? [`${inARow(again)} was here within ${wants.restYears === 1 ? 'the last year' : `${wants.restYears} years`}.`]
      : []),
  ];
}

/** How evenly reviews are shared out: "Each head does 2" or "Heads do 1 to 3 each"; nothing for who can't see all. */
export function sharesText({ people, schools }: PeerReviewsView): string {
  const counts = people.filter(({ heads }) => heads.length > 0).map(({ reviews }) => reviews);
  const [fewest, most] = [Math.min(...counts), Math.max(...counts)];
  if (counts.length < 2 || !schools.some(({ mayAgree }) => mayAgree)) return '';
  return fewest === most ? `Each head does ${counted(most, 'review')}.` : `Heads do ${fewest} to ${most} reviews each.`;
}
