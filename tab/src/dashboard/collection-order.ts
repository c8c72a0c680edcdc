import type { CollectionState, DashboardView } from '@owls/policy';

type CollectionSchool = DashboardView['collection']['schools'][number];

/** In the order in which somebody chasing returns wants them: the late ones first. */
const STATES: readonly CollectionState[] = ['overdue', 'waiting', 'draft', 'not yet open', 'returned'];

/** The states as a person reads them. */
export const STATE_WORDS: Readonly<Record<CollectionState, string>> = {
  overdue: 'Overdue',
  waiting: 'Not started',
  draft: 'Started',
  'not yet open': 'Not open yet',
  returned: 'Returned',
};

/** How many schools are in each state; states without any are left out. */
export function countStates(
  schools: readonly CollectionSchool[],
): readonly { readonly state: CollectionState; readonly count: number }[] {
  return STATES.map((state) => ({ state, count: schools.filter((each) => each.state === state).length })).filter(
    ({ count }) => count > 0,
  );
}

/** Those still owing first, the most reminded of them first; then by name. */
export function inChaseOrder(schools: readonly CollectionSchool[]): readonly CollectionSchool[] {
  return [...schools].sort(
    (a, b) =>
      STATES.indexOf(a.state) - STATES.indexOf(b.state) ||
      b.reminders - a.reminders ||
      a.name.localeCompare(b.name, 'en-GB'),
  );
}
