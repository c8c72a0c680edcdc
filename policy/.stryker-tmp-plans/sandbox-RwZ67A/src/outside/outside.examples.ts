// @ts-nocheck
import { ASH, facts, ofSchool, PEOPLE, person, trust } from '../examples/trust.examples.ts';
import type { Facts } from '../facts.ts';
import type { Development } from './development.ts';
import type { GoodPractice } from './good-practice.ts';
import type { Priority } from './priority.ts';
import type { Talk } from './talk.ts';

const CHAIR = person('p-chair', 'Nadia Frost', ['chair', trust]);
const GOVERNOR_ASH = person('p-governor', 'Owen Marsh', ['governor-chair', ofSchool(ASH.urn)]);
const OFFICE = person('p-office', 'Lena Ward', ['central-team', trust]);

/** The made-up trust with a chair of the board, a chair of governors at Ash Tree and a member of the central team. */
export function withChairs(other: Partial<Facts> = {}): Facts {
  return facts({ schools: [ASH], people: [...PEOPLE, CHAIR, GOVERNOR_ASH, OFFICE], ...other });
}

/** Ofsted rang the office about Ash Tree on a Tuesday in November; nobody has been told. */
export function talk(other: Partial<Talk> = {}): Talk {
  return {
    id: 't-1',
    body: 'ofsted',
    at: '2026-11-10T10:00:00Z',
    recordedAt: '2026-11-10T11:00:00Z',
    recordedBy: 'p-office',
    startedBy: 'body',
    urns: [ASH.urn],
    about: 'A complaint by a parent',
    governorsToo: [],
    told: [],
    withheld: [],
    ...other,
  };
}

export function practice(other: Partial<GoodPractice> = {}): GoodPractice {
  return {
    id: 'g-1',
    urn: ASH.urn,
    area: 'Reading',
    what: 'Paired reading across year groups.',
    spottedBy: 'p-ceo',
    spottedOn: '2026-11-05',
    shownAt: [],
    ...other,
  };
}
export const WILLING = { willing: true, by: 'p-ash', on: '2026-11-09' };

export function priority(other: Partial<Priority> = {}): Priority {
  return {
    id: 'p-1',
    year: '2026-27',
    title: 'Reading for all',
    area: 'reading ',
    agreedOn: '2026-07-20',
    by: 'p-ceo',
    ...other,
  };
}

/** Somebody at Ash Tree in a programme since September 2026, without an end. */
export function development(programme: string, other: Partial<Development> = {}): Development {
  return { id: `d-${programme}`, programme, who: 'Ines Blake', urn: ASH.urn, from: '2026-09-01', ...other };
}
