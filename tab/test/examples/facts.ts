import type {
  Facts,
  HalfTermId,
  Judgement,
  PublishedResult,
  School,
  SoapDraft,
  SoapReturn,
  Target,
} from '@owls/policy';
import { NO_RECORDS, OWLS, schoolsInspected } from '@owls/policy';
import { analysesKept } from './analyses.ts';
import { assessmentsKept } from './assessments.ts';
import { extraDataKept } from './extra-data.ts';
import { inspectionsOf } from './inspections.ts';
import { recordedOf } from './meetings.ts';
import { chance, type ExampleTrust } from './trust.ts';

const DAY = 86_400_000;
/** Half terms of history before the present one. */
const PAST = 8;

/** How a school of an example stands this half term; every tenth has sent nothing and every tenth is half-way. */
type Standing = 'returned' | 'draft' | 'nothing';

function standing(trust: ExampleTrust, school: School): Standing {
  const place = trust.schools.indexOf(school) % 10;
  if (place === 3 || place === 9) return 'nothing';
  return place === 6 ? 'draft' : 'returned';
}

const HALF_TERMS = ['autumn-1', 'autumn-2', 'spring-1', 'spring-2', 'summer-1', 'summer-2'];

/** The half term so many back from `2026-27/autumn-2`. */
function halfTermBack(ago: number): HalfTermId {
  const place = 2026 * HALF_TERMS.length + 1 - ago;
  const year = Math.floor(place / HALF_TERMS.length);
  return `${year}-${String((year + 1) % 100).padStart(2, '0')}/${HALF_TERMS[place % HALF_TERMS.length]}`;
}

/** Everything an example trust has recorded. */
export function exampleFacts(trust: ExampleTrust): Facts {
  const inspections = inspectionsOf(trust.schools);
  const returning = trust.schools.filter((_, index) => index % 20 !== 19);
  const facts: Facts = {
    schools: schoolsInspected(OWLS.inspections, trust.schools, inspections, trust.now.slice(0, 10)),
    people: trust.people,
    returns: [
      ...returning.flatMap((school) => Array.from({ length: PAST }, (_, back) => returnOf(trust, school, back + 1))),
      ...trust.schools
        .filter((school) => standing(trust, school) === 'returned')
        .map((school) => returnOf(trust, school, 0)),
    ],
    drafts: trust.schools
      .filter((school) => standing(trust, school) === 'draft')
      .map((school) => draftOf(trust, school)),
    judgements: trust.schools.flatMap((school) => judgementsOf(trust, school)),
    meetings: recordedOf(trust),
    results: trust.schools.filter(({ phase }) => phase !== 'infant').flatMap(({ urn }) => resultsOf(urn)),
    records: {
      ...NO_RECORDS,
      inspections: { inspections },
      national: { assessments: assessmentsKept(trust.schools) },
      targets: { targets: trust.schools.flatMap(targetsOf), forBoard: [] },
    },
    delivered: new Set(),
  };
  const national = {
    assessments: facts.records?.national?.assessments ?? [],
    analyses: analysesKept(facts, trust.schools),
  };
  const extraData = { given: extraDataKept(facts, facts.schools) };
  return { ...facts, records: { ...facts.records, national, extraData } };
}

/** Targets for what is published at the end of Year 6, signed off in the autumn; the other year groups have none. */
function targetsOf({ urn, years }: School): readonly Target[] {
  if (!years.includes('Y6')) return [];
  return ['reading', 'writing', 'maths', 'rwm'].map((measure) => {
    const minimum = 60 + Math.round(chance(urn, measure, 'target') * 15);
    return {
      urn,
      academicYear: '2026-27',
      yearGroup: 'Y6',
      measure,
      revisions: [
        {
          state: 'signed-off',
          minimum,
          aspirational: minimum + 7,
          by: ['p-ceo'],
          at: '2026-10-09T10:00:00Z',
          why: 'From where these pupils stood in July.',
        },
      ],
    };
  });
}

function returnOf(trust: ExampleTrust, { urn }: School, ago: number): SoapReturn {
  const school = trust.schools.find((one) => one.urn === urn);
  if (!school) throw new Error(`No school ${urn}`);
  return {
    urn,
    halfTerm: halfTermBack(ago),
    revision: ago === 0 && chance(urn, 'again') > 0.8 ? 2 : 1,
    cohorts: trust.cohorts(school, ago),
    groups: trust.groups(school, ago),
    school: trust.whole(school, ago),
    comment:
      'Reading has settled after the staffing change in the autumn. Year 4 writing is below where we want it: two pupils joined in November, and the writing project starts in January.',
    nextSteps:
      'Daily phonics catch-up in Year 1. Writing moderation with the cluster on 12 January. Attendance panel for four families.',
    submittedAt: new Date(Date.parse('2026-12-08T14:00:00Z') - ago * 45 * DAY).toISOString(),
    submittedBy: `head-${urn}`,
  };
}

function draftOf(trust: ExampleTrust, school: School): SoapDraft {
  const { submittedAt: _at, submittedBy: _by, ...content } = returnOf(trust, school, 0);
  return { ...content, comment: '', version: '"2"', savedAt: '2026-12-10T15:30:00Z', savedBy: `head-${school.urn}` };
}

function judgementsOf(trust: ExampleTrust, school: School): Judgement[] {
  const place = trust.schools.indexOf(school) % 10;
  const leader = `leader-${school.cluster}`;
  const past = Array.from({ length: PAST }, (_, back): Judgement => {
    const at = new Date(Date.parse('2026-10-14T12:00:00Z') - back * 50 * DAY).toISOString();
    const category = categoryOf(school, back + 1);
    return {
      urn: school.urn,
      halfTerm: halfTermBack(back + 1),
      proposed: { category, by: leader, at, because: 'The core visit confirmed what the figures say.' },
      validated: { category, by: 'ceo', at },
      version: '"2"',
    };
  });
  if (place >= 7) return past;
  const category = categoryOf(school, 0);
  const changed = place === 1;
  const proposed = {
    category,
    by: leader,
    at: '2026-12-10T10:20:00Z',
    because: 'Core visit on 1 December: what the figures say is what was seen. Teaching in Years 3 and 4 is uneven.',
  };
  const validated = {
    category: changed ? `${gradeOf(school)}b` : category,
    by: 'ceo',
    at: '2026-12-10T14:05:00Z',
    ...(changed ? { why: 'The inspection in the summer weighs more than one half term.' } : {}),
  };
  return [
    { urn: school.urn, halfTerm: halfTermBack(0), proposed, ...(place < 3 ? { validated } : {}), version: '"3"' },
    ...past,
  ];
}

function categoryOf(school: School, ago: number): string {
  const roll = chance(school.urn, 'category', chance(school.urn, 'moved') > 0.45 ? 0 : Math.ceil(ago / 3));
  const grade = gradeOf(school);
  if (grade === 4) return roll > 0.5 ? '4a' : '4b';
  return `${grade}${roll > 0.84 ? 'cc' : roll > 0.6 ? 'a' : 'b'}`;
}

function gradeOf(school: School): number {
  return school.ofsted?.grade ?? 2;
}

function resultsOf(urn: string): PublishedResult[] {
  const figure = (what: string) => ({ value: 55 + Math.round(chance(urn, what, 'ks2') * 35) });
  return [
    {
      urn,
      year: '2017-18',
      pupils: 9,
      expected: {
        rwm: { missing: 'suppressed' },
        reading: { missing: 'suppressed' },
        writing: { missing: 'not published' },
        grammar: { missing: 'low coverage' },
        maths: { missing: 'no entries' },
      },
    },
    {
      urn,
      year: '2018-19',
      pupils: 31,
      expected: {
        rwm: figure('rwm'),
        reading: figure('reading'),
        writing: figure('writing'),
        grammar: figure('grammar'),
        maths: { missing: 'suppressed' },
      },
    },
    {
      urn,
      year: '2024-25',
      pupils: 28,
      expected: { rwm: figure('rwm 25'), reading: figure('reading 25'), maths: figure('maths 25') },
    },
  ];
}
