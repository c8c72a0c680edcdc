/**
 * Four trusts for the examples of cards: nothing recorded yet, an ordinary one, one full of what people and files do to
 * data, and one far bigger than any. Used by tests and screenshots; nothing in them is real.
 */
import {
  type Cohort,
  type Facts,
  groupMeasures,
  groupsAsked,
  type HalfTermId,
  type Judgement,
  measuresOfYear,
  OWLS,
  type Person,
  type RecordedMeeting,
  type School,
  type SoapDraft,
  type SoapReturn,
  schoolMeasures,
  suggestion,
  YEAR_GROUPS,
  type YearGroup,
  yearsAsked,
} from '@owls/policy';
import { Temporal } from 'temporal-polyfill';

export const HALF_TERM: HalfTermId = '2026-27/autumn-2';
const BEFORE: HalfTermId = '2026-27/autumn-1';
/** Three school days before the returns are due. */
export const NOW = Temporal.Instant.from('2026-12-04T09:30:00Z');

export interface ExampleTrust {
  readonly facts: Facts;
  readonly school: School;
  readonly ceo: Person;
  readonly head: Person;
  readonly clusterLeader: Person;
  readonly cluster: string;
}

const PRIMARY: readonly YearGroup[] = ['R', 'Y1', 'Y2', 'Y3', 'Y4', 'Y5', 'Y6'];
const NOTHING: Omit<Facts, 'schools' | 'people'> = {
  returns: [],
  drafts: [],
  judgements: [],
  meetings: [],
  results: [],
  delivered: new Set(),
};

export const empty: ExampleTrust = trust({
  schools: [school({ urn: '100001', name: 'Ashby Hill Primary School', pupils: {} })],
  kept: () => NOTHING,
});

export const typical: ExampleTrust = trust({
  schools: [
    school({ urn: '100001', name: 'Ashby Hill Primary School', grade: 2, each: 30 }),
    school({ urn: '100002', name: 'Brook Lane Infant School', years: ['R', 'Y1', 'Y2'], grade: 1, each: 60 }),
    school({ urn: '100003', name: 'Brook Lane Junior School', years: ['Y3', 'Y4', 'Y5', 'Y6'], grade: 2, each: 60 }),
    school({ urn: '100004', name: 'St Wilfrid’s C of E Primary School', grade: 3, each: 28, cluster: 'South' }),
    school({ urn: '100005', name: 'Thorpe-in-the-Vale Village School', grade: 2, each: 4, cluster: 'South' }),
  ],
  kept: (schools, people) => ({
    ...NOTHING,
    returns: schools.flatMap((one, index) => [
      returned(one, BEFORE, index),
      ...(index % 2 === 1 ? [returned(one, HALF_TERM, index + 3)] : []),
    ]),
    judgements: schools.flatMap((one, index) => judged(one, index, people)),
    meetings: meetings(people),
  }),
});

/** Written in two parts, so that it is plainly meant as text here. */
const EXPRESSION = ['$', '{$root.summary}'].join('');
const NASTY = `[Click here](https://evil.example) ![x](https://evil.example/p.png) <at>Everyone</at> **bold** _it_ ${EXPRESSION} {{DATE(2026-01-01)}} \u202Egnp.exe <script>alert(1)</script>`;

export const messy: ExampleTrust = trust({
  schools: [
    school({
      urn: '100001',
      name: `# St Mary's & St John's (Aided) ${NASTY}`,
      years: YEAR_GROUPS,
      each: 0,
      cluster: `North * ${NASTY}`.slice(0, 60),
    }),
    school({ urn: '100002', name: 'A'.repeat(250), cluster: `North * ${NASTY}`.slice(0, 60) }),
  ],
  kept: (schools, people) => ({
    ...NOTHING,
    returns: schools.flatMap((one, index) => [returned(one, BEFORE, index, 0)]),
    drafts: schools.map((one): SoapDraft => {
      const { submittedAt, submittedBy, ...content } = returned(one, HALF_TERM, 40, 3);
      return {
        ...content,
        comment: `1. ${NASTY}\n\n- ${NASTY}\r\n> quote`,
        nextSteps: `${NASTY}\n`.repeat(6),
        savedAt: submittedAt,
        savedBy: submittedBy,
        version: '"7"',
      };
    }),
    judgements: schools.map((one) => ({
      urn: one.urn,
      halfTerm: HALF_TERM,
      proposed: { category: '2cc', by: 'nobody-any-more', at: '2026-12-10T10:00:00Z', because: NASTY },
      version: '"1"',
    })),
    meetings: meetings(people).map((one) => ({ ...one, title: NASTY, place: NASTY })),
  }),
  name: `Jo ${NASTY}`,
});

export const huge: ExampleTrust = trust({
  schools: Array.from({ length: 315 }, (_, index) =>
    school({
      urn: String(200_000 + index),
      name: `${['North', 'South', 'East', 'West'][index % 4]} Hampton and Little Wallop Church of England (Voluntary Aided) Primary School ${index + 1}`,
      years: index === 0 ? YEAR_GROUPS : PRIMARY,
      grade: ([1, 2, 3, 4] as const)[index % 4] ?? 2,
      each: 90,
      cluster: 'County',
    }),
  ),
  kept: (schools, people) => ({
    ...NOTHING,
    returns: schools.flatMap((one, index) => [
      returned(one, BEFORE, index),
      ...(index === 0
        ? [
            {
              ...returned(one, HALF_TERM, index + 9),
              comment: 'Ünïcødé wörds, '.repeat(266),
              nextSteps: 'Næxt stéps. '.repeat(333),
            },
          ]
        : []),
    ]),
    judgements: schools.flatMap((one, index) => judged(one, index, people)),
    meetings: meetings(people),
  }),
});

function school(given: {
  urn: string;
  name: string;
  years?: readonly YearGroup[];
  grade?: 1 | 2 | 3 | 4;
  each?: number;
  pupils?: School['pupils'];
  cluster?: string;
}): School {
  const years = given.years ?? PRIMARY;
  return {
    urn: given.urn,
    name: given.name,
    phase: 'primary',
    years,
    pupils: given.pupils ?? Object.fromEntries(years.map((year, index) => [year, (given.each ?? 20) + (index % 3)])),
    cluster: given.cluster ?? 'North',
    governance: 'LGB',
    ...(given.grade ? { ofsted: { grade: given.grade, on: '2023-05-10' } } : {}),
    sponsored: false,
  };
}

function trust(given: {
  schools: readonly School[];
  kept: (schools: readonly School[], people: readonly Person[]) => Omit<Facts, 'schools' | 'people'>;
  name?: string;
}): ExampleTrust {
  const [first] = given.schools;
  if (!first) throw new RangeError('A trust has a school.');
  const person = (id: string, name: string, roles: Person['roles']): Person => ({
    id,
    name,
    email: `${id}@owls.example`,
    roles,
  });
  const ceo = person('p-ceo', 'Marian Adeyemi', [{ role: 'ceo', scope: { kind: 'trust' } }]);
  const leader = person('p-leader', 'Tomasz Kowalski', [
    { role: 'head-leader', scope: { kind: 'trust' }, area: 'Curriculum and assessment' },
  ]);
  const clusterLeader = person('p-cluster', 'Priya Raman', [
    { role: 'cluster-leader', scope: { kind: 'cluster', cluster: first.cluster } },
  ]);
  const heads = given.schools.map(({ urn }, index) =>
    person(`p-head-${urn}`, given.name ?? (index === 0 ? 'Helen Marsh' : `Head Teacher ${index + 1}`), [
      { role: 'head', scope: { kind: 'school', urn } },
    ]),
  );
  const people = [ceo, leader, clusterLeader, ...heads];
  const head = heads[0] ?? ceo;
  return {
    facts: { schools: given.schools, people, ...given.kept(given.schools, people) },
    school: first,
    ceo,
    head,
    clusterLeader,
    cluster: first.cluster,
  };
}

/** Believable figures that differ from school to school and year to year; `seed` moves them. */
function returned(one: School, halfTerm: HalfTermId, seed: number, pupils?: number): SoapReturn {
  const cohorts = yearsAsked(OWLS, one).map((year, place): Cohort => {
    const figures = measuresOfYear(OWLS, year).map((measure, index) => {
      const base = 58 + ((seed * 7 + place * 5 + index * 3) % 27);
      return [measure.key, measure.within ? Math.min(base, 58) - (seed % 5) : base] as const;
    });
    return { year, pupils: pupils ?? one.pupils[year] ?? 20, figures: Object.fromEntries(figures) };
  });
  const whole = schoolMeasures(OWLS).map(
    ({ key, unit }, index) =>
      [
        key,
        unit === 'count' ? (seed + index) % 9 : key === 'attendance' ? 94.6 : 12 + ((seed * 3 + index) % 60),
      ] as const,
  );
  return {
    urn: one.urn,
    halfTerm,
    revision: 1,
    cohorts,
    groups: groupsAsked(OWLS, one).map(({ key }, place) => ({
      group: key,
      pupils: 3 + ((seed * 5 + place * 17) % 50),
      figures: Object.fromEntries(
        groupMeasures(OWLS).map((measure, index) => [
          measure.key,
          (measure.within ? 41 : 48) + ((seed + place) % 9) + index,
        ]),
      ),
    })),
    school: Object.fromEntries(whole),
    comment:
      'Reading is ahead of last half term after the move to daily guided groups; writing in Year 4 is the concern.',
    nextSteps: 'Writing moderation with Brook Lane on 14 January. Phonics catch-up for nine pupils, reviewed weekly.',
    submittedAt: halfTerm === HALF_TERM ? '2026-12-03T14:10:00Z' : '2026-10-08T15:00:00Z',
    submittedBy: `p-head-${one.urn}`,
  };
}

function judged(one: School, index: number, people: readonly Person[]): Judgement[] {
  const grade = one.ofsted?.grade ?? 2;
  const by = people[2]?.id ?? '';
  const was = suggestion(OWLS, { returns: [], judgements: [], results: [] }, one, BEFORE).category;
  const is = index % 5 === 0 ? `${grade}a` : index % 5 === 1 && grade < 4 ? `${grade}cc` : was;
  const proposed = {
    category: is,
    by,
    at: '2026-12-10T10:00:00Z',
    because: 'Seen in two visits; books and data agree.',
  };
  return [
    {
      urn: one.urn,
      halfTerm: BEFORE,
      proposed: { ...proposed, category: was },
      validated: { category: was, by: 'p-ceo', at: '2026-10-15T10:00:00Z' },
      version: '"1"',
    },
    ...(index % 3 === 2 ? [] : [{ urn: one.urn, halfTerm: HALF_TERM, proposed, version: '"1"' }]),
  ];
}

function meetings(people: readonly Person[]): RecordedMeeting[] {
  return ['2026-12-08', '2026-12-15', '2027-01-12', '2027-01-26', '2027-02-09', '2027-02-23'].map((date, index) => ({
    key: `strategic/2026-27/${index + 1}`,
    kind: index % 2 === 0 ? 'strategic' : 'advisory',
    year: '2026-27',
    number: index + 1,
    title: index % 2 === 0 ? 'Strategic heads’ meeting' : 'Advisory heads’ meeting',
    start: `${date}T14:00`,
    end: `${date}T16:00`,
    place: index % 2 === 0 ? 'Trust office, and online' : 'Brook Lane Junior School, and online',
    attendees: people.map(({ id }) => id),
    reminderMinutes: 1440,
    agenda: [],
    state: 'in calendars',
    version: '"1"',
  }));
}
