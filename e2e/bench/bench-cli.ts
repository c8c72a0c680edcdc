/**
 * `npm run bench`: what the policy costs, each figure beside a floor measured in the same run, and what filling calendars
 * costs in Graph requests. It prints JSON; machines differ, so a ratio says more than its milliseconds. Exits 1 where
 * calendars cost more than 0.15 requests an event, or do not hold the plan once.
 */
import { fileURLToPath } from 'node:url';
import { academicYearAt, due, type Facts, instantAt, NO_RECORDS, OWLS, type Person, type School } from '@owls/policy';
import { calendarCost } from './calendar-cost.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
/** Two of twenty to a batch are one event and its row; the rest is checks. */
const MOST_REQUESTS_PER_EVENT = 0.15;
const SCHOOLS = 100;
const ROUNDS = 5;
const FROM = instantAt(OWLS, '2026-08-24', '00:00');
const HOURS = 365 * 24;

/** A trust of as many schools, whose heads never answer: the state in which most is owed. */
function silentTrust(count: number): Facts {
  const schools = Array.from(
    { length: count },
    (_, place): School => ({
      urn: String(100_000 + place),
      name: `School ${place}`,
      phase: 'primary',
      years: ['R', 'Y1', 'Y2', 'Y3', 'Y4', 'Y5', 'Y6'],
      pupils: {},
      cluster: `Cluster ${place % 8}`,
      governance: 'LGB',
      sponsored: false,
    }),
  );
  const people: readonly Person[] = [
    { id: 'ceo', name: 'CEO', email: '', roles: [{ role: 'ceo', scope: { kind: 'trust' } }] },
    ...schools.map(
      ({ urn, name }): Person => ({
        id: `head-${urn}`,
        name: `Head of ${name}`,
        email: '',
        roles: [{ role: 'head', scope: { kind: 'school', urn } }],
      }),
    ),
  ];
  return {
    schools,
    people,
    returns: [],
    drafts: [],
    judgements: [],
    meetings: [],
    results: [],
    records: NO_RECORDS,
    delivered: new Set(),
  };
}

/** A year asked by the hour, each duty delivered as it falls due. Answers with how many there were. */
function livedYear(facts: Facts): number {
  const delivered = new Set<string>();
  for (let hour = 0; hour < HOURS; hour += 1) {
    for (const { key } of due(OWLS, { ...facts, delivered }, FROM.add({ hours: hour }))) delivered.add(key);
  }
  return delivered.size;
}

/** The least that could be done: the calendar asked and each school looked at, once an hour. */
function floor(facts: Facts): number {
  let seen = 0;
  for (let hour = 0; hour < HOURS; hour += 1) {
    if (academicYearAt(OWLS, FROM.add({ hours: hour })) === undefined) continue;
    for (const { urn } of facts.schools) seen += facts.delivered.has(urn) ? 0 : 1;
  }
  return seen;
}

function timed(work: () => number): { readonly ms: number; readonly answer: number } {
  const start = performance.now();
  const answer = work();
  return { ms: performance.now() - start, answer };
}

const median = (values: readonly number[]) =>
  [...values].sort((one, other) => one - other)[Math.floor(values.length / 2)] ?? 0;

const facts = silentTrust(SCHOOLS);
const rounds = Array.from({ length: ROUNDS }, () => ({
  year: timed(() => livedYear(facts)),
  floor: timed(() => floor(facts)),
}));
const ms = median(rounds.map(({ year }) => year.ms));
const floorMs = median(rounds.map((round) => round.floor.ms));
const calendars = await calendarCost(ROOT, (step) => console.error(step));
console.log(
  JSON.stringify(
    {
      due: {
        schools: SCHOOLS,
        calls: HOURS,
        duties: rounds[0]?.year.answer,
        ms: Math.round(ms),
        floorMs: Math.round(floorMs),
        ratio: Number((ms / floorMs).toFixed(1)),
      },
      calendars,
    },
    null,
    2,
  ),
);
const holds = calendars.events === calendars.planned && calendars.again === 0;
process.exit(holds && calendars.requestsPerEvent <= MOST_REQUESTS_PER_EVENT ? 0 : 1);
