import type { NationalPolicy, Series } from './national-policy.ts';

/**
 * England's published averages, by the academic year of the assessment, with the release each figure was read from.
 * Whole per cent at the end of Key Stage 2 and in phonics, a tenth in the early years and of attendance, as published.
 *
 * Figures are revised between a summer's first release and the winter's revised one; each stands as the release named
 * beside it gives it. They were read in November 2026 from stored pages of the releases and of newspapers that quote
 * them; those of 2018-19 from the national row of the performance tables' file. What was uncertain is left out.
 */

const KS2_2017 = 'Key stage 2, 2017 (interim, July 2017)';
const KS2_2019 = 'Key stage 2 performance tables, 2019 (final)';
const KS2_2019_INTERIM = 'Key stage 2, 2019 (interim, July 2019)';
const KS2_2023 = 'Key stage 2 attainment, 2022/23 (revised)';
const KS2_2025 = 'Key stage 2 attainment: National headlines, 2024/25';
const PHONICS_2018 = 'Phonics and key stage 1, 2018';
const PHONICS_2024 = 'Phonics screening check attainment, 2023/24';
const PHONICS_2025 = 'Phonics screening check attainment, 2024/25';

const WRITING_FRAMEWORK = {
  from: '2017-18',
  because: 'The framework of the teacher assessment of writing changed in 2017/18.',
};

/** The releases of Key Stage 2 in the order of the figures below: each year by the newest release read. */
const KS2_YEARS = [
  ['2015-16', KS2_2017],
  ['2016-17', KS2_2017],
  ['2017-18', KS2_2019_INTERIM],
  ['2018-19', KS2_2019],
  ['2021-22', KS2_2023],
  ['2022-23', KS2_2023],
  ['2023-24', KS2_2025],
  ['2024-25', KS2_2025],
] as const;

function keyStage2(measure: string, name: string, figures: readonly number[], breaks: Series['breaks'] = []): Series {
  return {
    measure,
    name: `${name} at the end of Year 6`,
    yearGroup: 'Y6',
    unit: '%',
    max: 100,
    source: "Department for Education, 'Key stage 2 attainment': expected standard, all schools",
    values: KS2_YEARS.flatMap(([year, release], at) => {
      const value = figures[at];
      return value === undefined ? [] : [{ year, value, release }];
    }),
    breaks,
  };
}

export const ENGLAND: readonly Series[] = [
  keyStage2('rwm', 'Reading, writing and maths', [53, 61, 64, 65, 59, 60, 61, 62], [WRITING_FRAMEWORK]),
  keyStage2('reading', 'Reading', [66, 71, 75, 73, 75, 73, 74, 75]),
  keyStage2('writing', 'Writing', [74, 76, 78, 78, 69, 71, 72, 72], [WRITING_FRAMEWORK]),
  keyStage2('maths', 'Maths', [70, 75, 76, 79, 71, 73, 73, 74]),
  keyStage2('grammar', 'Grammar, punctuation and spelling', [73, 77, 78, 78, 72, 72, 72, 73]),
  {
    measure: 'phonics',
    name: 'Phonics in Year 1',
    yearGroup: 'Y1',
    unit: '%',
    max: 100,
    source: "Department for Education, 'Phonics screening check attainment': expected standard in Year 1",
    values: [
      { year: '2015-16', value: 81, release: PHONICS_2018 },
      { year: '2016-17', value: 81, release: PHONICS_2018 },
      { year: '2017-18', value: 82, release: PHONICS_2018 },
      { year: '2018-19', value: 82, release: PHONICS_2024 },
      { year: '2021-22', value: 75, release: PHONICS_2024 },
      { year: '2022-23', value: 79, release: PHONICS_2024 },
      { year: '2023-24', value: 80, release: PHONICS_2024 },
      { year: '2024-25', value: 80, release: PHONICS_2025 },
    ],
    breaks: [],
  },
  {
    measure: 'gld',
    name: 'Good level of development in Reception',
    yearGroup: 'R',
    unit: '%',
    max: 100,
    source: "Department for Education, 'Early years foundation stage profile results'",
    values: (
      [
        ['2015-16', 69.3],
        ['2016-17', 70.7],
        ['2017-18', 71.5],
        ['2018-19', 71.8],
        ['2021-22', 65.2],
        ['2022-23', 67.2],
        ['2023-24', 67.7],
        ['2024-25', 68.3],
      ] as const
    ).map(([year, value]) => ({ year, value, release: `Profile results, ${year.replace('-', '/')}` })),
    breaks: [{ from: '2021-22', because: 'The profile and its early learning goals were replaced in 2021/22.' }],
  },
  {
    measure: 'multiplicationAverage',
    name: 'Multiplication tables check in Year 4, average mark',
    yearGroup: 'Y4',
    unit: 'marks',
    max: 25,
    source: "Department for Education, 'Multiplication tables check attainment'",
    values: [
      { year: '2021-22', value: 19.8, release: 'Multiplication tables check, 2022/23' },
      { year: '2022-23', value: 20.2, release: 'Multiplication tables check, 2022/23' },
      { year: '2023-24', value: 20.6, release: 'Multiplication tables check, 2024/25' },
      { year: '2024-25', value: 21, release: 'Multiplication tables check, 2024/25' },
    ],
    breaks: [],
  },
  {
    measure: 'multiplicationFullMarks',
    name: 'Multiplication tables check in Year 4, full marks',
    yearGroup: 'Y4',
    unit: '%',
    max: 100,
    source: "Department for Education, 'Multiplication tables check attainment'",
    values: [
      { year: '2021-22', value: 27, release: 'Multiplication tables check, 2022/23' },
      { year: '2022-23', value: 29, release: 'Multiplication tables check, 2022/23' },
      { year: '2023-24', value: 34, release: 'Multiplication tables check, 2024/25' },
      { year: '2024-25', value: 37, release: 'Multiplication tables check, 2024/25' },
    ],
    breaks: [],
  },
  // Of pupils of compulsory school age, for the year to date as registers had it: the accredited figures of a whole year
  // come much later.
  {
    measure: 'attendance',
    name: 'Attendance in primary schools',
    unit: '%',
    max: 100,
    source: "Department for Education, 'Pupil attendance in schools': the year to date, 100 less overall absence",
    values: [{ year: '2024-25', value: 94.8, release: 'Pupil attendance in schools, to the first week of March 2025' }],
    breaks: [],
  },
  {
    measure: 'persistentAbsence',
    name: 'Persistent absence in primary schools',
    unit: '%',
    max: 100,
    source: "Department for Education, 'Pupil attendance in schools': pupils missing 10% or more, the year to date",
    values: [{ year: '2024-25', value: 13.4, release: 'Pupil attendance in schools, week 21 of 2025' }],
    breaks: [],
  },
];

/** The summers without national assessments. */
export const NOT_HELD: NationalPolicy['unpublished'] = [
  { year: '2019-20', because: 'cancelled in the pandemic' },
  { year: '2020-21', because: 'cancelled in the pandemic' },
];
