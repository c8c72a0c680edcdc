/** Every view worth looking at, with the example it shows: read by the browser tests and by the screenshots alike. */
export interface Shot {
  readonly name: string;
  /** The gallery's query: who, how many schools, how messy. */
  readonly query: string;
  readonly hash: string;
  /** What is pressed before it is looked at. */
  readonly press?: readonly { readonly role: 'tab' | 'button'; readonly name: RegExp }[];
  /** What is chosen in the file field of a dialog after that. */
  readonly file?: { readonly name: string; readonly text: string };
}

/** An older template of another school, and an assessment system's export with two cells that can't be taken. */
const WRONG_TEMPLATE = JSON.stringify([
  {
    name: 'Start here',
    rows: ['School On A Page', 'Elm Primary School', '100001', 'Autumn 1, 2026-27', '2026-27/autumn-1', '1'].map(
      (text) => [{ is: 'empty' }, { is: 'text', text }],
    ),
  },
]);
const EXPORT = [
  'Spring data drop;;;;;;',
  'Year group;Pupils;Reading % on track;Writing % on track;SPaG;Maths % on track;RWM combined',
  'Year 1;29;71;66;65;72;60',
  'Year 2;30;73;n/a;64;75;62',
  'Year 3;30;150;68;66;71;61',
  'Year 4;28;74;69;70;76;66',
  '4 Oak;14;74;69;70;76;66',
  'Total;117;74;69;70;76;66',
].join('\n');

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
  { name: 'school-agreement', query: 'schools=10&as=head&head=2&answered', hash: 'school/115814' },
  { name: 'school-not-agreed', query: 'schools=10&as=ceo&answered', hash: 'school/115807' },
  {
    name: 'categories-agreements',
    query: 'schools=10&as=ceo&answered',
    hash: 'categories',
    press: [{ role: 'tab', name: /^Validated/ }],
  },
  { name: 'school-messy', query: 'schools=10&as=ceo&messy', hash: 'school/115807' },
  { name: 'page', query: 'schools=10&as=ceo&board&inspected', hash: 'school/115800/page' },
  { name: 'page-messy', query: 'schools=10&as=ceo&board&inspected&messy', hash: 'school/115807/page' },
  { name: 'page-small', query: 'schools=10&as=head&head=8&board&messy', hash: 'school/115856/page' },
  { name: 'page-another', query: 'schools=10&as=head&head=0&board&messy', hash: 'school/115856/page' },
  { name: 'page-infant', query: 'schools=10&as=ceo', hash: 'school/115828/page' },
  { name: 'page-nothing', query: 'schools=20&as=ceo', hash: 'school/115933/page' },
  { name: 'extra-data', query: 'schools=10&as=ceo', hash: 'school/115849' },
  {
    name: 'extra-data-give',
    query: 'schools=10&as=head&head=7',
    hash: 'school/115849',
    press: [{ role: 'button', name: /^Give it: Attendance/ }],
  },
  { name: 'analysis', query: 'schools=10&as=head', hash: 'school/115800/analysis' },
  { name: 'analysis-draft', query: 'schools=10&as=head&head=2', hash: 'school/115814/analysis' },
  {
    name: 'analysis-need',
    query: 'schools=10&as=head&head=2',
    hash: 'school/115814/analysis',
    press: [{ role: 'button', name: /^Write about it/ }],
  },
  { name: 'analysis-nothing', query: 'schools=10&as=head&head=1', hash: 'school/115807/analysis' },
  { name: 'analysis-trust', query: 'schools=10&as=ceo', hash: 'analysis' },
  { name: 'analysis-trust-empty', query: 'schools=0&as=ceo', hash: 'analysis' },
  { name: 'categories-years', query: 'schools=50&as=ceo&inspected', hash: 'categories/years' },
  { name: 'categories-years-315', query: 'schools=315&as=ceo&messy&inspected', hash: 'categories/years' },
  { name: 'categories-years-head', query: 'schools=10&as=head', hash: 'categories/years' },
  { name: 'categories-years-empty', query: 'schools=0&as=ceo', hash: 'categories/years' },
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
  {
    name: 'soap-upload',
    query: 'schools=10&as=head&head=6',
    hash: 'soap/115842',
    press: [{ role: 'button', name: /^Upload a spreadsheet/ }],
  },
  {
    name: 'soap-upload-errors',
    query: 'schools=10&as=head&head=6',
    hash: 'soap/115842',
    press: [{ role: 'button', name: /^Upload a spreadsheet/ }],
    file: { name: 'soap.xlsx', text: WRONG_TEMPLATE },
  },
  {
    name: 'soap-upload-export',
    query: 'schools=10&as=head&head=6',
    hash: 'soap/115842',
    press: [{ role: 'button', name: /^Upload a spreadsheet/ }],
    file: { name: 'export.csv', text: EXPORT },
  },
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
  { name: 'peer-reviews', query: 'schools=10&as=ceo', hash: 'meetings/2026-27/reviews' },
  {
    name: 'peer-reviews-change',
    query: 'schools=10&as=ceo&messy',
    hash: 'meetings/2026-27/reviews',
    press: [{ role: 'button', name: /^Change the review of/ }],
  },
  { name: 'peer-reviews-leader', query: 'schools=50&as=leader', hash: 'meetings/2026-27/reviews' },
  { name: 'peer-reviews-head', query: 'schools=10&as=head', hash: 'meetings/2026-27/reviews' },
  { name: 'peer-reviews-empty', query: 'schools=0&as=ceo', hash: 'meetings/2026-27/reviews' },
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
