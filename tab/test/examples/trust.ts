import type { Cohort, Figures, Person, Phase, PupilGroup, School, YearGroup } from '@owls/policy';
import { groupMeasures, groupsAsked, groupYears, OWLS } from '@owls/policy';

/** A made-up trust of any size, the same each time: the stuff the example views are made of. */
export interface ExampleTrust {
  readonly name: string;
  readonly now: string;
  readonly halfTerm: string;
  readonly schools: readonly School[];
  readonly people: readonly Person[];
  /** A school's figures in a half term, `ago` half terms back from now. */
  cohorts(school: School, ago: number): readonly Cohort[];
  /** Its pupil groups then. */
  groups(school: School, ago: number): readonly PupilGroup[];
  whole(school: School, ago: number): Figures;
}

const FIRST = [
  'Oakfield',
  'St Wilfrid’s',
  'Brookside',
  'Harebell',
  'Millbank',
  'Greenhollow',
  'Ashby Lane',
  'Thornbury',
  'Larkrise',
  'Fosse Park',
  'Kestrel',
  'Wren’s Nest',
  'Hawthorn',
  'Barrow Hill',
  'Longmeadow',
  'Swithland',
  'Elm Tree',
  'Beacon',
  'Charnwood',
  'Quarry',
];
const LAST = [
  'Primary School',
  'Church of England Primary School',
  'Infant School',
  'Junior School',
  'Academy',
  'Community Primary School',
  'Village School',
];
const HEADS = [
  'Amara Osei',
  'Bethan Price',
  'Callum Reid',
  'Divya Nair',
  'Eleanor Hughes',
  'Farah Siddiqui',
  'George Whitlock',
  'Hannah Brennan',
  'Imran Chaudhry',
  'Joanna Kowalska',
  'Kwame Mensah',
  'Laura Pennington',
];
const CLUSTERS = ['North', 'Soar Valley', 'West'];
const LONG =
  'The Blessed Cuthbert Mayne and Saint Hildegard of Bingen Voluntary Aided Catholic Primary School and Nursery with Speech and Language Resource Base';

const YEARS: Readonly<Partial<Record<Phase, readonly YearGroup[]>>> = {
  primary: ['R', 'Y1', 'Y2', 'Y3', 'Y4', 'Y5', 'Y6'],
  infant: ['R', 'Y1', 'Y2'],
  junior: ['Y3', 'Y4', 'Y5', 'Y6'],
};

/** A number from 0 to 1 that is always the same for the same words. */
export function chance(...words: readonly (string | number)[]): number {
  let hash = 2166136261;
  for (const letter of words.join('|')) {
    hash ^= letter.charCodeAt(0);
    hash = Math.imul(hash, 16777619);
  }
  hash ^= hash >>> 15;
  hash = Math.imul(hash, 2246822507);
  hash ^= hash >>> 13;
  return (hash >>> 0) / 4294967296;
}

/** A trust of `count` schools. `messy` adds the names and gaps that real registers have. */
export function exampleTrust(count: number, messy = false): ExampleTrust {
  const schools = Array.from({ length: count }, (_, index) => schoolAt(index, messy));
  const heads = schools.map(
    (school, index): Person => ({
      id: `head-${school.urn}`,
      name: messy && index === 1 ? 'Dr Maximiliana Featherstonehaugh-Cholmondeley OBE' : named(index),
      email: `head.${school.urn}@trust.example`,
      roles: [{ role: 'head', scope: { kind: 'school', urn: school.urn } }],
    }),
  );
  const others: Person[] = [
    {
      id: 'ceo',
      name: 'Miriam Lockwood',
      email: 'miriam.lockwood@trust.example',
      roles: [{ role: 'ceo', scope: { kind: 'trust' } }],
    },
    ...CLUSTERS.map(
      (cluster): Person => ({
        id: `leader-${cluster}`,
        name: `${named(cluster.length)} (${cluster})`,
        email: `leader.${cluster.replaceAll(' ', '').toLowerCase()}@trust.example`,
        roles: [{ role: 'cluster-leader', scope: { kind: 'cluster', cluster } }],
      }),
    ),
  ];
  return {
    name: 'OWLS Academy Trust',
    now: '2026-12-10T15:42:00Z',
    halfTerm: '2026-27/autumn-2',
    schools,
    people: count === 0 ? others.slice(0, 1) : [...others, ...heads],
    cohorts: (school, ago) => cohortsOf(school, ago, messy),
    groups: (school, ago) => groupsOf(school, ago, messy),
    whole: (school, ago) => wholeOf(school, ago),
  };
}

function named(index: number): string {
  const person = HEADS[index % HEADS.length] ?? 'A head';
  return index < HEADS.length ? person : `${person} ${Math.floor(index / HEADS.length) + 1}`;
}

function schoolAt(index: number, messy: boolean): School {
  const phase: Phase = index % 10 === 4 ? 'infant' : index % 10 === 5 ? 'junior' : 'primary';
  const years = YEARS[phase] ?? [];
  const urn = String(115800 + index * 7);
  const size = index % 10 === 8 ? (messy ? 4 : 7) : index % 10 === 2 ? 58 : 28;
  const place = FIRST[index % FIRST.length] ?? 'Oak';
  const round = Math.floor(index / FIRST.length);
  const kind =
    phase === 'infant'
      ? 'Infant School'
      : phase === 'junior'
        ? 'Junior School'
        : (LAST[(index * 3) % 2 === 0 ? 0 : 1] ?? '');
  const name = `${place}${round > 0 ? ` ${String.fromCharCode(64 + round)}` : ''} ${kind}`;
  return {
    urn,
    name: messy && index === 1 ? LONG : name,
    phase,
    years,
    pupils: Object.fromEntries(
      years.map((year) => [year, Math.max(3, Math.round(size + (chance(urn, year) - 0.5) * size * 0.4))]),
    ),
    cluster: messy && index === 2 ? '' : (CLUSTERS[index % CLUSTERS.length] ?? ''),
    governance: index % 3 === 0 ? 'Advisory board' : 'LGB',
    ...(messy && index === 2 ? {} : { ofsted: { grade: gradeAt(index), on: '2024-03-12' } }),
    sponsored: index % 10 === 7,
    joined: '2018-09-01',
  };
}

function gradeAt(index: number): 1 | 2 | 3 | 4 {
  if (index % 10 === 0) return 1;
  if (index % 10 === 7) return 3;
  return index % 25 === 13 ? 4 : 2;
}

function cohortsOf(school: School, ago: number, messy: boolean): readonly Cohort[] {
  return school.years.map((year): Cohort => {
    const figures: Record<string, number> = {};
    for (const { key, within } of OWLS.soap.measures.filter(({ years }) => years?.includes(year) === true)) {
      if (messy && chance(school.urn, year, key, 'given') < 0.15) continue;
      const parts = (within ?? []).map((part) => figures[part] ?? 100);
      const value = percent(school.urn, `${year}${key}`, ago, 0);
      figures[key] = parts.length === 0 ? value : Math.max(0, Math.min(value, ...parts) - 3);
    }
    return { year, pupils: school.pupils[year] ?? 0, figures };
  });
}

/** What share of a school's pupils each pupil group has; boys are the rest. */
const SHARES: Readonly<Record<string, number>> = {
  disadvantaged: 0.24,
  send: 0.16,
  eal: 0.11,
  lookedAfter: 0.012,
  girls: 0.49,
};

/** The policy's pupil groups; a messy school leaves some out. */
function groupsOf(school: School, ago: number, messy: boolean): readonly PupilGroup[] {
  const all = groupYears(OWLS, school).reduce((sum, year) => sum + (school.pupils[year] ?? 0), 0);
  const sizes = new Map(Object.entries(SHARES).map(([key, share]) => [key, Math.round(all * share)]));
  return groupsAsked(OWLS, school).flatMap(({ key }): PupilGroup[] => {
    if (messy && (key === 'eal' || chance(school.urn, key, 'given') < 0.2)) return [];
    const pupils = sizes.get(key) ?? all - (sizes.get('girls') ?? 0);
    const figures: Record<string, number> = {};
    for (const { key: measure, within } of pupils === 0 ? [] : groupMeasures(OWLS)) {
      const parts = (within ?? []).flatMap((part) => figures[part] ?? []);
      const value = percent(school.urn, `${key}${measure}`, ago, key === 'girls' || key === 'boys' ? 0 : -14);
      figures[measure] = parts.length === 0 ? value : Math.max(0, Math.min(value, ...parts) - 3);
    }
    return [{ group: key, pupils, figures }];
  });
}

/** Whole-school figures: the shape each measure really has. */
function wholeOf(school: School, ago: number): Figures {
  const few = (most: number, key: string) => Math.round(chance(school.urn, key, ago) * most);
  return {
    teachingGood: percent(school.urn, 'teachingGood', ago, 10),
    attendance: 92 + Math.round(chance(school.urn, 'attendance', ago) * 45) / 10,
    persistentAbsence: 6 + few(14, 'persistentAbsence'),
    suspensions: few(4, 'suspensions'),
    behaviourIncidents: few(38, 'behaviourIncidents'),
    pastoral: 5 + few(30, 'pastoral'),
  };
}

/** A believable percentage that drifts from half term to half term. */
function percent(urn: string, what: string, ago: number, shift: number): number {
  const base = 62 + chance(urn) * 18 + (chance(urn, what) - 0.5) * 22;
  const drift = Array.from({ length: 12 - ago }, (_, step) => (chance(urn, what, step) - 0.46) * 5).reduce(
    (a, b) => a + b,
    0,
  );
  return Math.max(5, Math.min(100, Math.round(base + drift + shift)));
}
