import { ENGLAND, NOT_HELD } from './england-averages.ts';
import type { Assessment, NationalPolicy } from './national-policy.ts';

/** The end of the year (M17): asked from the third week of the half term, wanted two days before it ends. */
const endOfYear = {
  place: 'last',
  opens: { days: 14, at: '08:00' },
  due: { days: -2, at: '17:00' },
  // The summer stays open for results that come late; the autumn's analysis needs them.
  closes: { days: 45, at: '17:00' },
} as const;

const percent = { unit: '%', max: 100 } as const;
const AREAS: Assessment['figures'] = [
  { measure: 'communication', name: 'Communication and language', ...percent },
  { measure: 'personal', name: 'Personal, social and emotional', ...percent },
  { measure: 'physical', name: 'Physical development', ...percent },
  { measure: 'literacy', name: 'Literacy', ...percent },
  { measure: 'mathematics', name: 'Mathematics', ...percent },
];
const SUBJECTS: Assessment['figures'] = [
  { measure: 'reading', name: 'Reading', ...percent },
  { measure: 'writing', name: 'Writing', ...percent },
  { measure: 'maths', name: 'Maths', ...percent },
];
const ALL_THREE: Assessment['figures'][number] = {
  ...{ measure: 'rwm', name: 'Reading, writing and maths', ...percent },
  within: ['reading', 'writing', 'maths'],
};

const assessments: Assessment[] = [
  {
    key: 'eyfsBaseline',
    // M16: the first half of the autumn term. The national baseline: within six weeks of a child's start.
    rule: 'M16',
    name: 'Baseline on entry to Reception',
    yearGroup: 'R',
    place: 'first',
    // The national baseline gives schools no figures: what their own found on entry, area by area.
    figures: AREAS,
    statuses: [
      { from: '2015-16', status: 'optional' },
      { from: '2021-22', status: 'statutory' },
    ],
    opens: { days: 14, at: '08:00' },
    due: { days: -1, at: '17:00' },
    closes: { days: 14, at: '17:00' },
  },
  {
    key: 'eyfsGoals',
    rule: 'M17',
    name: 'Early learning goals',
    yearGroup: 'R',
    figures: [
      ...AREAS,
      { measure: 'gld', name: 'Good level of development', ...percent, within: AREAS.map(({ measure }) => measure) },
    ],
    statuses: [{ from: '2012-13', status: 'statutory' }],
    ...endOfYear,
  },
  {
    key: 'phonics',
    rule: 'M17',
    name: 'Phonics screening check',
    yearGroup: 'Y1',
    figures: [{ measure: 'phonics', name: 'Phonics', ...percent }],
    statuses: [{ from: '2011-12', status: 'statutory' }],
    ...endOfYear,
  },
  {
    key: 'keyStage1',
    rule: 'M17',
    name: 'Core subjects at the end of Year 2',
    yearGroup: 'Y2',
    // Statutory until summer 2023; schools may still take the tests, and the strategy goes on asking.
    figures: [...SUBJECTS, ALL_THREE],
    statuses: [
      { from: '2015-16', status: 'statutory' },
      { from: '2023-24', status: 'optional' },
    ],
    ...endOfYear,
  },
  {
    key: 'multiplication',
    rule: 'M17',
    name: 'Multiplication tables check',
    yearGroup: 'Y4',
    // Younger than the strategy, which could not name it.
    figures: [
      { measure: 'multiplicationAverage', name: 'Average mark', unit: 'marks', max: 25 },
      { measure: 'multiplicationFullMarks', name: 'Full marks', ...percent },
    ],
    statuses: [{ from: '2021-22', status: 'statutory' }],
    ...endOfYear,
  },
  {
    key: 'keyStage2',
    rule: 'M17',
    name: 'Core subjects at the end of Year 6',
    yearGroup: 'Y6',
    figures: [...SUBJECTS, { measure: 'grammar', name: 'Grammar', ...percent }, ALL_THREE],
    statuses: [{ from: '2015-16', status: 'statutory' }],
    ...endOfYear,
    // Schools get their results in the second week of July: in Leicestershire's calendar on the year's last days.
    due: { days: 0, at: '17:00' },
  },
];

/** OWLS's values for what it holds itself against, and for the year's assessments (M16-M18). */
export const OWLS_NATIONAL: NationalPolicy = {
  series: [...ENGLAND],
  unpublished: NOT_HELD,
  // Percentage points. England's figures are whole per cent, so one point may be rounding alone.
  level: 2,
  names: [
    {
      key: 'resultsAnalysis',
      // RAISEonline closed on 31 July 2017.
      names: [{ name: 'RAISEonline' }, { name: 'Analyse School Performance (ASP)', from: '2017-08-01' }],
    },
    {
      key: 'inspectionData',
      // In the autumn of 2017; the day is taken to be the first of the school year.
      names: [{ name: 'Inspection dashboard' }, { name: 'Inspection data summary report (IDSR)', from: '2017-09-01' }],
    },
    {
      key: 'regionalDirector',
      // In September 2022, when the department set up its regions group.
      names: [{ name: 'Regional Schools Commissioner' }, { name: 'Regional director', from: '2022-09-01' }],
    },
    {
      key: 'fundingAgency',
      names: [
        { name: 'Education Funding Agency' },
        { name: 'Education and Skills Funding Agency', from: '2017-04-01' },
        { name: 'Department for Education', from: '2025-04-01' },
      ],
    },
  ],
  assessments,
  // M17 names Year 2, whatever the law asks.
  askOptional: true,
  // M18: in autumn 2, when the department's services hold the summer's results.
  analysis: {
    halfTerm: 2,
    opens: { days: 7, at: '08:00' },
    due: { days: -7, at: '17:00' },
    closes: { days: 45, at: '17:00' },
    // Shortly before it is due, on the next school day but one, and in the new year.
    reminders: [
      { days: -3, at: '08:00' },
      { days: 3, at: '08:00' },
      { days: 31, at: '08:00' },
    ],
    escalations: [
      { days: 5, at: '08:00', to: 'head-leader' },
      { days: 35, at: '08:00', to: 'ceo' },
    ],
    // The performance tables leave out figures of ten pupils or fewer.
    fewest: 11,
    need: { points: 3, pupils: 2 },
    strength: { points: 5, pupils: 2 },
    earlierYears: 3,
  },
};
