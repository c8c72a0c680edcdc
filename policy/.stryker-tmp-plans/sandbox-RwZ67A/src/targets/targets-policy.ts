// @ts-nocheck
import { z } from 'zod';
import type { PolicyFault } from '../policy-agreement.ts';
import { key, percentage, role, text, time, whole, yearGroups } from '../policy-values.ts';
import type { Measure } from '../trust-policy.ts';

/** Days from the first day of the academic year, or from joining where a school joins later; a wall-clock time. */
const day = z.strictObject({ days: whole(0, 300), at: time });

/** What a trust may set about targets (M20 to M23). */
export const TargetsPolicyShape = z.strictObject({
  /** What targets are set for: percentages of the return. */
  measures: z
    .array(
      z.strictObject({
        measure: key,
        /** Percentage points by which a pre-filled target is better than the starting point (M20). */
        growth: z.strictObject({ minimum: percentage, aspirational: percentage }),
      }),
      { error: 'must be a list.' },
    )
    .min(1, { error: 'is empty: name at least one measure.' }),
  /** The measure of the year group below to start from, where that year group is not asked for the measure itself. */
  startsFrom: z.array(z.strictObject({ measure: key, from: key }), { error: 'must be a list; it can be empty.' }),
  days: z.strictObject({ proposalsOpen: day, proposalsDue: day, agreedBy: day, signOffDue: day, boardDue: day }),
  /** Key performance indicators of the trust (M22). */
  kpis: z.array(
    z.strictObject({
      name: text,
      measure: key,
      /** Without them, all that are asked for the measure. */
      years: yearGroups.exactOptional(),
      value: percentage,
      direction: z.enum(['at least', 'at most'], { error: 'must be "at least" or "at most".' }),
    }),
    { error: 'must be a list; it can be empty.' },
  ),
  /** How many of whom have to approve the trust's targets (M22). */
  board: z.strictObject({
    quorum: whole(1, 50),
    members: z.array(role, { error: 'must be a list of roles.' }).min(1, { error: 'is empty: name a role.' }),
  }),
});
export type TargetsPolicy = z.infer<typeof TargetsPolicyShape>;
export type Kpi = TargetsPolicy['kpis'][number];

/**
 * Where the values contradict each other. `measures` are those of the trust's return; what is said of them is looked at
 * only where they are given.
 */
export function targetsDisagreements(own: TargetsPolicy, measures?: readonly Measure[]): readonly PolicyFault[] {
  const keys = own.measures.map(({ measure }) => measure);
  return [
    ...daysInOrder(own),
    ...twice(keys, 'targets.measures', 'measure'),
    ...own.measures.flatMap(({ growth }, at) =>
      growth.minimum <= growth.aspirational
        ? []
        : [
            fault(
              `targets.measures[${at}].growth.minimum`,
              'is above "aspirational": give less, or more to the other.',
            ),
          ],
    ),
    ...twice(
      own.startsFrom.map(({ measure }) => measure),
      'targets.startsFrom',
      'measure',
    ),
    ...own.startsFrom.flatMap(({ measure }, at) =>
      keys.includes(measure)
        ? []
        : [
            fault(
              `targets.startsFrom[${at}].measure`,
              `no target is set for ${measure}: name one of ${keys.join(', ')}.`,
            ),
          ],
    ),
    ...twice(
      own.kpis.map(({ name }) => name),
      'targets.kpis',
      'name',
    ),
    ...(measures ? againstReturn(own, measures) : []),
  ];
}

function daysInOrder({ days }: TargetsPolicy): PolicyFault[] {
  const order = ['proposalsOpen', 'proposalsDue', 'agreedBy', 'signOffDue', 'boardDue'] as const;
  return order.flatMap((name, at) => {
    const before = order[at - 1];
    if (!before) return [];
    const [one, other] = [days[before], days[name]];
    return one.days < other.days || (one.days === other.days && one.at <= other.at)
      ? []
      : [fault(`targets.days.${name}`, `comes before "${before}": give the same moment or a later one.`)];
  });
}

function againstReturn(own: TargetsPolicy, measures: readonly Measure[]): PolicyFault[] {
  const percentages = measures.filter(({ unit }) => unit === '%');
  const known = (place: string, measure: string) =>
    percentages.some((one) => one.key === measure)
      ? []
      : [
          fault(
            place,
            `${measure} is no percentage of the return: name one of ${percentages.map((one) => one.key).join(', ')}.`,
          ),
        ];
  return [
    ...own.measures.flatMap(({ measure }, at) => known(`targets.measures[${at}].measure`, measure)),
    ...own.startsFrom.flatMap(({ from }, at) => known(`targets.startsFrom[${at}].from`, from)),
    ...own.kpis.flatMap((kpi, at) => {
      const place = `targets.kpis[${at}]`;
      const measure = percentages.find((one) => one.key === kpi.measure);
      if (!measure) return known(`${place}.measure`, kpi.measure);
      const right = measure.better === 'higher' ? 'at least' : 'at most';
      const foreign = (kpi.years ?? []).filter((year) => !measure.years?.includes(year));
      return [
        ...(kpi.direction === right
          ? []
          : [fault(`${place}.direction`, `is "${kpi.direction}": for ${kpi.measure} it has to be "${right}".`)]),
        ...(foreign.length === 0
          ? []
          : [fault(`${place}.years`, `${kpi.measure} is not asked of ${foreign.join(', ')}: take them out.`)]),
      ];
    }),
  ];
}

function twice(keys: readonly string[], place: string, field: string): PolicyFault[] {
  return keys.flatMap((one, at) =>
    keys.indexOf(one) === at
      ? []
      : [fault(`${place}[${at}].${field}`, `${one} is there already: each must be another.`)],
  );
}

function fault(place: string, says: string): PolicyFault {
  return { place, says };
}
