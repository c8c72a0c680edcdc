/** Every view worth looking at, with the example it shows: read by the browser tests and by the screenshots alike. */
export interface Shot {
  readonly name: string;
  /** The gallery's query: who, how many schools, how messy. */
  readonly query: string;
  readonly hash: string;
  /** What is pressed before it is looked at. */
  readonly press?: readonly { readonly role: 'tab' | 'button'; readonly name: RegExp }[];
}

export const SHOTS: readonly Shot[] = [
  { name: 'overview', query: 'schools=10&as=ceo', hash: 'overview' },
  { name: 'overview-empty', query: 'schools=0&as=ceo', hash: 'overview' },
  { name: 'overview-messy', query: 'schools=10&as=ceo&messy', hash: 'overview' },
  { name: 'overview-315', query: 'schools=315&as=ceo', hash: 'overview' },
  { name: 'overview-3', query: 'schools=3&as=leader', hash: 'overview' },
  { name: 'head', query: 'schools=10&as=head', hash: 'overview' },
  { name: 'nobody', query: 'schools=10&as=nobody', hash: 'overview' },
  { name: 'schools', query: 'schools=50&as=ceo', hash: 'schools' },
  { name: 'school', query: 'schools=10&as=ceo', hash: 'school/115800' },
  { name: 'school-messy', query: 'schools=10&as=ceo&messy', hash: 'school/115807' },
  {
    name: 'assessment-record',
    query: 'schools=10&as=head&head=1&now=2027-07-12T09:00:00Z',
    hash: 'school/115807',
    press: [{ role: 'button', name: /^Record: Core subjects at the end of Year 6/ }],
  },
  {
    name: 'inspection-record',
    query: 'schools=10&as=head',
    hash: 'school/115800',
    press: [{ role: 'button', name: /^Record an inspection/ }],
  },
  {
    name: 'inspection-correct',
    query: 'schools=10&as=ceo',
    hash: 'school/115800',
    press: [{ role: 'button', name: /^Correct: Graded/ }],
  },
  { name: 'soap', query: 'schools=10&as=head&head=6', hash: 'soap/115842' },
  { name: 'soap-sent', query: 'schools=10&as=head', hash: 'soap/115800' },
  { name: 'categories', query: 'schools=10&as=ceo', hash: 'categories' },
  { name: 'categories-leader', query: 'schools=50&as=leader', hash: 'categories' },
  { name: 'targets', query: 'schools=10&as=ceo&board', hash: 'targets' },
  { name: 'targets-315', query: 'schools=315&as=ceo&board&messy', hash: 'targets' },
  { name: 'targets-empty', query: 'schools=0&as=ceo', hash: 'targets' },
  { name: 'targets-director', query: 'schools=10&as=director&board', hash: 'targets' },
  { name: 'targets-to-propose', query: 'schools=10&as=head&head=3&board', hash: 'targets' },
  {
    name: 'targets-propose-confirm',
    query: 'schools=10&as=head&head=3&board',
    hash: 'targets',
    press: [{ role: 'button', name: /^Propose/ }],
  },
  { name: 'targets-to-agree', query: 'schools=10&as=ceo&board&messy', hash: 'targets/2026-27/115807' },
  {
    name: 'targets-sign-off',
    query: 'schools=10&as=ceo&board',
    hash: 'targets/2026-27/115814',
    press: [{ role: 'button', name: /^Sign off/ }],
  },
  {
    name: 'targets-story',
    query: 'schools=10&as=head&board',
    hash: 'targets',
    press: [{ role: 'button', name: /^How Maths in Year 6/ }],
  },
  { name: 'meetings', query: 'schools=10&as=ceo', hash: 'meetings' },
  { name: 'meeting-ahead', query: 'schools=10&as=ceo&now=2026-12-04T09:00:00Z', hash: 'meeting' },
  { name: 'meeting-on', query: 'schools=10&as=ceo&now=2026-12-10T14:00:00Z', hash: 'meeting' },
  { name: 'meeting-messy', query: 'schools=50&as=ceo&messy&now=2026-12-10T14:00:00Z', hash: 'meeting' },
  { name: 'meeting-none', query: 'schools=10&as=nobody', hash: 'meeting' },
  { name: 'meetings-year', query: 'schools=10&as=ceo', hash: 'meetings', press: [{ role: 'tab', name: /Year/ }] },
  { name: 'meetings-term', query: 'schools=50&as=ceo', hash: 'meetings', press: [{ role: 'tab', name: /Term/ }] },
  { name: 'meetings-list', query: 'schools=50&as=ceo', hash: 'meetings', press: [{ role: 'tab', name: /List/ }] },
  { name: 'meetings-315', query: 'schools=315&as=ceo', hash: 'meetings' },
  { name: 'meetings-empty', query: 'schools=0&as=nobody', hash: 'meetings' },
  { name: 'meetings-head', query: 'schools=10&as=head', hash: 'meetings' },
  {
    name: 'meetings-messy',
    query: 'schools=10&as=ceo&messy&lived',
    hash: 'meetings',
    press: [
      { role: 'tab', name: /Month/ },
      { role: 'button', name: /Later/ },
    ],
  },
  {
    name: 'meetings-one',
    query: 'schools=10&as=ceo&lived',
    hash: 'meetings',
    press: [{ role: 'button', name: /(Strategic|Advisory) heads/ }],
  },
  { name: 'meetings-look', query: 'schools=10&as=ceo&messy&lived', hash: 'meetings/2026-27/look' },
  { name: 'meetings-calendars', query: 'schools=10&as=ceo&messy&lived', hash: 'meetings/2026-27/calendars' },
  { name: 'meetings-compare', query: 'schools=10&as=ceo', hash: 'meetings/2026-27/compare' },
  { name: 'meetings-rhythm', query: 'schools=10&as=ceo&messy&lived', hash: 'meetings/2026-27/rhythm' },
  { name: 'returns', query: 'schools=10&as=ceo&messy', hash: 'returns' },
  { name: 'returns-leader', query: 'schools=50&as=leader', hash: 'returns' },
  { name: 'history', query: 'schools=10&as=ceo&messy', hash: 'history/2026-27/autumn-2/115800' },
  { name: 'people', query: 'schools=10&as=ceo&messy', hash: 'people' },
  { name: 'policy', query: 'schools=10&as=ceo', hash: 'policy' },
  { name: 'import', query: 'schools=10&as=ceo', hash: 'import' },
  { name: 'deliveries', query: 'schools=10&as=ceo', hash: 'deliveries' },
  { name: 'trouble', query: 'schools=10&as=ceo&fault=503', hash: 'overview' },
];
