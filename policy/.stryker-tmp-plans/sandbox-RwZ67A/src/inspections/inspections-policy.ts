// @ts-nocheck
import { z } from 'zod';
import type { PolicyFault } from '../policy-agreement.ts';
import { date, key, offset, text } from '../policy-values.ts';

const grade = z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4)], { error: 'must be 1, 2, 3 or 4.' });
const keys = z
  .array(key, { error: 'must be a list of keys.' })
  .min(1, { error: 'is empty: name one, or leave it out.' });
const named = z.strictObject({ key, name: text });

/** A rule of a framework: the grade it gives where everything it names holds; one that names nothing always holds. */
const rule = z.strictObject({
  gives: grade,
  /** When it holds, as a part of a sentence: "an area needs attention". */
  when: text,
  safeguarding: z.literal('not met', { error: 'must be "not met", or left out.' }).exactOptional(),
  /** At least one area has one of these points. */
  any: keys.exactOptional(),
  /** Every area has one of these points. */
  all: keys.exactOptional(),
  /** The areas that count; all of them where it is left out. */
  areas: keys.exactOptional(),
});

const framework = z.strictObject({
  key,
  name: text,
  /** Inspections that began on these dates: the first and, once it has ended, the last. */
  from: date,
  until: date.exactOptional(),
  /** What is judged; `always` in every school, the others where the school has them. */
  areas: z
    .array(named.extend({ always: z.boolean({ error: 'must be true or false.' }) }), { error: 'must be a list.' })
    .min(1, { error: 'is empty: name the areas.' }),
  /** The scale of an area, best first. */
  points: z.array(named, { error: 'must be a list, best first.' }).min(1, { error: 'is empty: name the points.' }),
  /** How a card becomes the Ofsted part of the trust's scale: the first rule that holds gives it. */
  rules: z.array(rule, { error: 'must be a list.' }).min(1, { error: 'is empty: give the rules in order.' }),
});

export const InspectionsPolicyShape = z.strictObject({
  /** The last day on which inspections began that gave one overall grade. */
  overallUntil: date,
  /** Frameworks that judge area by area. */
  frameworks: z.array(framework, { error: 'must be a list; it can be empty.' }),
  /** Ofsted parts whose support stays until an inspection confirms better. */
  keepsSupport: z.array(grade, { error: 'must be a list of Ofsted grades; it can be empty.' }),
  /** What a monitoring visit can find. */
  monitoringOutcomes: z.array(named, { error: 'must be a list; it can be empty.' }),
  /** Days from an inspection to asking for its outcome, and from a published outcome to asking for what follows. */
  askOutcome: offset,
  askUpdate: offset,
});
export type InspectionsPolicy = z.infer<typeof InspectionsPolicyShape>;
export type Framework = z.infer<typeof framework>;
export type MappingRule = z.infer<typeof rule>;

/** Where the values of an inspections policy contradict each other (M24, M28). */
export function inspectionsDisagreements(policy: InspectionsPolicy): readonly PolicyFault[] {
  return [
    ...twice(policy.frameworks, 'frameworks'),
    ...twice(policy.monitoringOutcomes, 'monitoringOutcomes'),
    ...policy.frameworks.flatMap((one, index) => ofFramework(one, `frameworks[${index}]`)),
    ...(['askOutcome', 'askUpdate'] as const)
      .filter((name) => policy[name].days < 0)
      .map((name) => ({ place: `${name}.days`, says: 'must be 0 or more: nothing is asked before it has happened.' })),
  ];
}

function ofFramework({ from, until, areas, points, rules }: Framework, place: string): PolicyFault[] {
  return [
    ...(until !== undefined && until < from ? [{ place: `${place}.until`, says: `must be ${from} or later.` }] : []),
    ...twice(areas, `${place}.areas`),
    ...twice(points, `${place}.points`),
    ...rules.flatMap((rule, index) => [
      ...unknown(rule.any, points, `${place}.rules[${index}].any`, 'point'),
      ...unknown(rule.all, points, `${place}.rules[${index}].all`, 'point'),
      ...unknown(rule.areas, areas, `${place}.rules[${index}].areas`, 'area'),
      ...(rule.areas && !rule.any && !rule.all
        ? [{ place: `${place}.rules[${index}].areas`, says: 'says nothing without "any" or "all": add one of them.' }]
        : []),
      ...(alwaysHolds(rule) && index < rules.length - 1
        ? [{ place: `${place}.rules[${index}]`, says: 'always holds, so that no rule after it counts: put it last.' }]
        : []),
    ]),
    ...(rules.some(alwaysHolds)
      ? []
      : [{ place: `${place}.rules`, says: 'can leave a card without a grade: end with a rule that always holds.' }]),
  ];
}

function alwaysHolds({ safeguarding, any, all }: MappingRule): boolean {
  return safeguarding === undefined && any === undefined && all === undefined;
}

function unknown(
  given: readonly string[] | undefined,
  known: readonly { readonly key: string }[],
  place: string,
  what: string,
): PolicyFault[] {
  const keys = known.map((one) => one.key);
  return (given ?? [])
    .filter((one) => !keys.includes(one))
    .map((one) => ({ place, says: `${one} is no ${what} of this framework: name one of ${keys.join(', ')}.` }));
}

function twice(given: readonly { readonly key: string }[], place: string): PolicyFault[] {
  const keys = given.map((one) => one.key);
  return keys.flatMap((one, index) =>
    keys.indexOf(one) === index
      ? []
      : [{ place: `${place}[${index}].key`, says: `${one} is there already: each must be another.` }],
  );
}
