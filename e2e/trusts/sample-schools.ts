import type { OfstedGrade, Phase, YearGroup } from '@owls/policy';
import type { TrustSchool } from './trust.ts';

/** A made-up school of the sample trust with the story its figures tell. */
export interface SampleSchool extends TrustSchool {
  readonly head: string;
  readonly level: number;
  readonly trend: number;
  /** Validated categories, oldest first, a step each time it moved: the last one holds now. */
  readonly categories: readonly string[];
}

const PRIMARY = ['R', 'Y1', 'Y2', 'Y3', 'Y4', 'Y5', 'Y6'] as const satisfies readonly YearGroup[];
const INFANT = ['R', 'Y1', 'Y2'] as const satisfies readonly YearGroup[];
const JUNIOR = ['Y3', 'Y4', 'Y5', 'Y6'] as const satisfies readonly YearGroup[];

/** Pupils of each year group, in order. */
const roll = (years: readonly YearGroup[], ...sizes: readonly number[]) =>
  Object.fromEntries(years.map((year, i) => [year, sizes[i] ?? 0]));

interface Story {
  readonly urn: string;
  readonly name: string;
  readonly phase?: Phase;
  readonly years?: readonly YearGroup[];
  readonly pupils: readonly number[];
  readonly cluster: 'Forest' | 'Vale';
  readonly advisoryBoard?: true;
  readonly ofsted: readonly [OfstedGrade, string];
  readonly sponsored?: true;
  readonly joined: string;
  readonly champion?: string;
  readonly head: string;
  readonly level: number;
  readonly trend: number;
  readonly categories: readonly string[];
}

const school = (story: Story): SampleSchool => {
  const years = story.years ?? PRIMARY;
  return {
    urn: story.urn,
    name: story.name,
    phase: story.phase ?? 'primary',
    years,
    pupils: roll(years, ...story.pupils),
    cluster: story.cluster,
    governance: story.advisoryBoard ? 'Advisory board' : 'LGB',
    ofsted: { grade: story.ofsted[0], on: story.ofsted[1] },
    sponsored: story.sponsored ?? false,
    joined: story.joined,
    ...(story.champion === undefined ? {} : { researchChampion: story.champion }),
    head: story.head,
    level: story.level,
    trend: story.trend,
    categories: story.categories,
  };
};

/** Ten fictional primary schools; none of the names, people or figures is real. */
export const SAMPLE_SCHOOLS: readonly SampleSchool[] = [
  school({
    urn: '900101',
    name: 'Barrow Lane Primary School',
    pupils: [58, 60, 59, 60, 57, 60, 60],
    cluster: 'Forest',
    ofsted: [2, '2023-03-14'],
    joined: '2014-09-01',
    champion: 'Tom Ellery',
    head: 'Helen Marsh',
    level: 74,
    trend: 0.25,
    categories: ['2b'],
  }),
  school({
    urn: '900102',
    name: 'Thornbury Road Infant School',
    phase: 'infant',
    years: INFANT,
    pupils: [59, 58, 60],
    cluster: 'Forest',
    ofsted: [2, '2022-11-09'],
    joined: '2015-04-01',
    champion: 'Zara Iqbal',
    head: 'Daniel Okafor',
    level: 76,
    trend: 0.3,
    categories: ['2b', '2a'],
  }),
  school({
    urn: '900103',
    name: 'Thornbury Road Junior School',
    phase: 'junior',
    years: JUNIOR,
    pupils: [61, 63, 60, 64],
    cluster: 'Forest',
    ofsted: [2, '2022-11-10'],
    joined: '2015-04-01',
    head: 'Daniel Okafor',
    level: 70,
    trend: -0.1,
    categories: ['2b'],
  }),
  school({
    urn: '900104',
    name: 'Little Ashby Church of England Primary School',
    pupils: [4, 6, 1, 7, 5, 8, 6],
    cluster: 'Vale',
    advisoryBoard: true,
    ofsted: [2, '2023-06-21'],
    joined: '2018-09-01',
    head: 'Ruth Pemberton',
    level: 72,
    trend: 0,
    categories: ['2b'],
  }),
  school({
    urn: '900105',
    name: 'Meadow Brook Primary Academy',
    pupils: [44, 45, 43, 46, 45, 44, 45],
    cluster: 'Vale',
    ofsted: [1, '2021-10-12'],
    joined: '2013-01-01',
    champion: 'Ewan Clarke',
    head: 'Sunita Rao',
    level: 84,
    trend: 0.1,
    categories: ['1b', '1a'],
  }),
  school({
    urn: '900106',
    name: 'St Wilfrid’s Catholic Primary School',
    pupils: [30, 29, 30, 30, 28, 30, 31],
    cluster: 'Forest',
    ofsted: [2, '2024-02-27'],
    joined: '2019-01-01',
    head: 'Michael Brennan',
    level: 71,
    trend: -0.05,
    categories: ['2b'],
  }),
  school({
    urn: '900107',
    name: 'Hollow Oak Primary School',
    pupils: [27, 30, 28, 29, 26, 30, 27],
    cluster: 'Forest',
    advisoryBoard: true,
    ofsted: [3, '2023-11-28'],
    sponsored: true,
    joined: '2022-09-01',
    champion: 'Leah Dunn',
    head: 'Grace Adeyemi',
    level: 56,
    trend: 0.75,
    categories: ['3cc', '3b', '3a'],
  }),
  school({
    urn: '900108',
    name: 'The Latimer Primary School',
    pupils: [60, 60, 58, 60, 60, 59, 60],
    cluster: 'Vale',
    ofsted: [1, '2022-05-18'],
    joined: '2013-01-01',
    head: 'Jonathan Pryce',
    level: 81,
    trend: -0.45,
    categories: ['1a', '1b', '1cc'],
  }),
  school({
    urn: '900109',
    name: 'Kingfisher Community Primary School',
    pupils: [45, 44, 46, 45, 43, 46, 44],
    cluster: 'Vale',
    ofsted: [2, '2021-12-01'],
    joined: '2016-09-01',
    champion: 'Callum Reid',
    head: 'Patricia Nowak',
    level: 69,
    trend: -0.7,
    categories: ['2a', '2b', '2cc'],
  }),
  school({
    urn: '900110',
    name: 'Great Welham and Nether Hallaton United Church Schools’ Primary Academy',
    pupils: [15, 14, 16, 15, 13, 17, 14],
    cluster: 'Vale',
    advisoryBoard: true,
    ofsted: [4, '2024-06-11'],
    sponsored: true,
    joined: '2025-01-01',
    head: 'Oliver Fenwick-Barnes',
    level: 51,
    trend: 0.4,
    categories: ['4b', '4b', '4a'],
  }),
];
