import type { MeView } from '@owls/policy';
import type { Route } from './route.ts';

export type PlaceKey =
  | 'overview'
  | 'schools'
  | 'returns'
  | 'categories'
  | 'targets'
  | 'meetings'
  | 'people'
  | 'policy'
  | 'import'
  | 'deliveries';

export interface Place {
  readonly key: PlaceKey;
  readonly label: string;
  /** Any one of these actions opens the place; none named: open to everybody. */
  readonly needs: readonly string[];
}

/** The tab's places, in the order of its navigation. */
const PLACES: readonly Place[] = [
  { key: 'overview', label: 'Overview', needs: [] },
  { key: 'schools', label: 'Schools', needs: ['school.read'] },
  { key: 'returns', label: 'Returns', needs: ['soap.nudge', 'soap.check', 'collection.close'] },
  { key: 'categories', label: 'Categories', needs: ['category.read', 'category.propose', 'category.validate'] },
  { key: 'targets', label: 'Targets', needs: ['records.read'] },
  { key: 'meetings', label: 'Meetings', needs: ['meetings.read'] },
  { key: 'people', label: 'People', needs: ['people.read'] },
  { key: 'policy', label: 'Policy', needs: ['policy.read'] },
  { key: 'import', label: 'Import', needs: ['import'] },
  { key: 'deliveries', label: 'Deliveries', needs: ['deliveries.manage'] },
];

/** The places this person may go to. */
export function placesFor(may: MeView['may']): readonly Place[] {
  return PLACES.filter((place) => place.needs.length === 0 || place.needs.some((action) => may[action] === true));
}

/** Under which place of the navigation a route stands. */
export function placeOf(route: Route): PlaceKey | undefined {
  switch (route.view) {
    case 'school':
    case 'page':
    case 'history':
    case 'analysis':
      return 'schools';
    case 'years':
      return 'categories';
    case 'soap':
      return 'overview';
    case 'meeting':
      return 'meetings';
    case 'nowhere':
      return undefined;
    default:
      return route.view;
  }
}
