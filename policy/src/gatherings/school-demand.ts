import { shifted } from '../calendar/day-offset.ts';
import type { HalfTerm } from '../calendar/half-term.ts';
import { belongs, byName } from '../trust/belonging.ts';
import type { School } from '../trust/school.ts';
import type { TrustPolicy } from '../trust-policy.ts';
import type { Asked, Demand } from './demand.ts';
import type { GatheringFacts } from './gathering.ts';
import type { GatheringDefinition } from './gatherings-policy.ts';
import { governorsNeed, timesOf } from './need.ts';
import { type Day, schoolDaysOf, through } from './terms.ts';

type Of<Rhythm extends GatheringDefinition['rhythm']> = Extract<GatheringDefinition, { rhythm: Rhythm }>;

/** M7: each school once in the term, on a day on which it belongs to the trust, one after the other through the term. */
export function schoolsOfTerm(
  definition: Of<'school termly'>,
  { schools }: GatheringFacts,
  asked: Asked,
): readonly Demand[] {
  return onceATerm(definition, openSchools(schools, asked.days), asked, () => ['Every school has it once a term.']);
}

/** M11: the schools whose standing or support calls for the trust at their governors' meeting. */
export function governorsOfTerm(
  policy: TrustPolicy,
  definition: Of<'governors termly'>,
  facts: GatheringFacts,
  asked: Asked,
): readonly Demand[] {
  const need = new Map(
    facts.schools.map((school) => [
      school.urn,
      governorsNeed(policy, definition, facts, school, asked.term.halfTerms[0].id),
    ]),
  );
  const open = openSchools(facts.schools, asked.days).filter(({ school }) => need.get(school.urn) !== undefined);
  return onceATerm(definition, open, asked, ({ urn }) => [
    need.get(urn) ?? '',
    'The policy asks for the trust at its governor meetings.',
  ]);
}

interface Open {
  readonly school: School;
  readonly days: readonly Day[];
}

function onceATerm(
  definition: Of<'school termly' | 'governors termly'>,
  open: readonly Open[],
  { year, term, number }: Asked,
  because: (school: School) => readonly string[],
): readonly Demand[] {
  return open.map(({ school, days }, place) => ({
    key: `${definition.kind}/${year}/${term.name}/${school.urn}`,
    definition,
    number,
    whose: { school },
    days,
    wanted: through(days, definition.weekdays, (place + 0.5) / open.length),
    because: because(school),
  }));
}

/**
 * M8: each school so often in the half term as its category and need ask for. The last one lies near the end, where the
 * return is in and the category is not yet validated; those before it are spread over the days before.
 */
export function schoolsOfHalfTerm(
  policy: TrustPolicy,
  definition: Of<'school half-termly'>,
  facts: GatheringFacts,
  halfTerm: HalfTerm,
): readonly Demand[] {
  const open = openSchools(facts.schools, schoolDaysOf(policy, [halfTerm]));
  return open.flatMap(({ school, days }, place) => {
    const { times, because } = timesOf(policy, definition, facts, school, halfTerm.id);
    const share = (place + 0.5) / open.length;
    return Array.from(
      { length: times },
      (_, turn): Demand => ({
        key: `${definition.kind}/${halfTerm.id}/${school.urn}/${turn + 1}`,
        definition,
        number: turn + 1,
        whose: { school },
        days,
        wanted: wantedDay(definition, halfTerm, days, share, turn, times),
        because: [because],
      }),
    );
  });
}

/** Which day a school whose `share` of the schools (0 to 1) has gone before it wants for one of its turns, from 0. */
function wantedDay(
  { last, weekdays }: Of<'school half-termly'>,
  halfTerm: HalfTerm,
  days: readonly Day[],
  share: number,
  turn: number,
  times: number,
): number {
  const evenly = through(days, weekdays, (turn + share) / times);
  if (!last) return evenly;
  const from = shifted(halfTerm.to, -last.fromDays);
  const early = days.filter(({ date }) => date < from);
  const late = days.slice(early.length).filter(({ date }) => date <= shifted(halfTerm.to, -last.toDays));
  if (early.length === 0 || late.length === 0) return evenly;
  if (turn === times - 1) return early.length + through(late, weekdays, share);
  return through(early, weekdays, (turn + share) / (times - 1));
}

/** The schools that belong to the trust on some of these days, by name, each with its days. */
function openSchools(schools: readonly School[], days: readonly Day[]): readonly Open[] {
  return [...schools]
    .sort(byName)
    .map((school) => ({ school, days: days.filter(({ date }) => belongs(school, date)) }))
    .filter((one) => one.days.length > 0);
}
