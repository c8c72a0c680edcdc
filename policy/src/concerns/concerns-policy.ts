import { z } from 'zod';
import type { PolicyFault } from '../policy-agreement.ts';
import { key, role, text, time, whole } from '../policy-values.ts';

/** The two procedures of M37: for schools graded 3 or 4, and for schools graded 1 or 2 at risk of slipping. */
const PROCEDURES = ['3-4', '1-2-at-risk'] as const;
export type ProcedureKey = (typeof PROCEDURES)[number];

const step = z.strictObject({
  key,
  /** What is done, as a short instruction. */
  name: text,
  /** Calendar days allowed, counted from the day on which the level was reached. */
  days: whole(0, 365),
  who: role,
  procedures: z.array(z.enum(PROCEDURES, { error: `must be one of ${PROCEDURES.join(', ')}.` })).min(1, {
    error: 'is empty: name the procedures it belongs to.',
  }),
  /** Where a concern moved to the 3/4 procedure enters it (M37). */
  dueDiligence: z.boolean({ error: 'must be true or false.' }),
});

const extraDatum = z.strictObject({
  key,
  /** What is asked of the school, in words. */
  ask: text,
  /** Keys of the SOAP's measures it holds, where it is made of figures. */
  measures: z.array(key, { error: 'must be a list of keys of measures; it can be empty.' }),
  /** Weeks of term from one to the next. */
  everyWeeks: whole(1, 40),
  who: role,
});

const level = z.strictObject({
  name: text,
  steps: z.array(step, { error: 'must be the list of steps of the level.' }),
  extraData: z.array(extraDatum, { error: 'must be a list of what is asked; it can be empty.' }),
  /** Weeks of term without progress after which the concern is due for the next level (M38). */
  escalateAfterWeeks: whole(1, 40),
});

/** What a trust may set about schools that cause concern (M19, M37, M38). */
export const ConcernsPolicyShape = z.strictObject({
  /** Two concerns about the same school are similar when they are of the same area. */
  areas: z.array(z.strictObject({ key, name: text })).min(1, { error: 'is empty: give at least one area.' }),
  /** Levels, mildest first; their numbers begin with 1. */
  levels: z.array(level).min(1, { error: 'is empty: give at least one level.' }),
  /** Years after closing within which a similar concern starts again at the level reached (M38). */
  repeatYears: whole(0, 20),
  /** The number of the level from which the CEO and the Chair decide; a serious concern starts there at least. */
  ceoAndChairFrom: whole(1, 20),
  /** Calendar days they have for it. */
  decisionDays: whole(0, 90),
  /** Whether a sponsored school follows the 3/4 procedure for good, or until an inspection grades it 1 or 2. */
  sponsored: z.enum(['always', 'until-good'], { error: 'must be "always" or "until-good".' }),
  /** Who opens concerns, reviews their progress and moves them. */
  responsible: role,
  /** Calendar days in which a school's concerns are put on record once its grade or category asks for it. */
  openingDays: whole(0, 90),
  /** Calendar days by which extra data is asked before it is due. */
  askDaysBefore: whole(0, 60),
  /**
   * The level whose extra data is asked of a school by its grade or category alone, while no concern about it is on
   * record; 0 asks for none.
   */
  withoutRecord: z.strictObject({ '3-4': whole(0, 20), '1-2-at-risk': whole(0, 20) }),
  /** What follows extra data that is late, in calendar days after it was wanted. */
  extraDataChase: z.strictObject({
    remindDaysAfter: z.array(whole(1, 60), { error: 'must be a list of days; it can be empty.' }),
    escalations: z.array(z.strictObject({ days: whole(1, 60), to: role }), {
      error: 'must be a list of days, each with whom to tell; it can be empty.',
    }),
  }),
  /** Wall-clock times at which something is asked, and by which it is wanted. */
  asked: time,
  wanted: time,
});
export type ConcernsPolicy = z.infer<typeof ConcernsPolicyShape>;
export type ConcernLevel = ConcernsPolicy['levels'][number];
export type ConcernStep = ConcernLevel['steps'][number];
export type ExtraDatum = ConcernLevel['extraData'][number];

/**
 * Where the values contradict each other. `measures` are the keys of the trust's SOAP measures: extra data may name
 * only those; without them that is not looked at.
 */
export function concernsDisagreements(policy: ConcernsPolicy, measures?: readonly string[]): readonly PolicyFault[] {
  const top = policy.levels.length;
  return [
    ...twice(policy.areas, 'concerns.areas', ({ key: of }) => of, 'key'),
    ...twice(policy.levels, 'concerns.levels', ({ name }) => name, 'name'),
    ...(policy.ceoAndChairFrom <= top
      ? []
      : [{ place: 'concerns.ceoAndChairFrom', says: `is ${policy.ceoAndChairFrom}: the highest level is ${top}.` }]),
    ...(policy.asked <= policy.wanted
      ? []
      : [{ place: 'concerns.wanted', says: `is before "asked" (${policy.asked}): give a later time.` }]),
    ...PROCEDURES.filter((one) => policy.withoutRecord[one] > top).map((one) => ({
      place: `concerns.withoutRecord.${one}`,
      says: `is ${policy.withoutRecord[one]}: the highest level is ${top}.`,
    })),
    ...policy.extraDataChase.remindDaysAfter.flatMap((days, at, all) =>
      at > 0 && days <= (all[at - 1] ?? 0)
        ? [{ place: `concerns.extraDataChase.remindDaysAfter[${at}]`, says: 'must be more than the days before it.' }]
        : [],
    ),
    ...policy.levels.flatMap((one, index) => [
      ...stepFaults(one, `concerns.levels[${index}]`),
      ...extraDataFaults(one, policy.askDaysBefore, `concerns.levels[${index}].extraData`, measures),
    ]),
  ];
}

function stepFaults({ steps }: ConcernLevel, place: string): readonly PolicyFault[] {
  return [
    ...twice(steps, `${place}.steps`, ({ key: of }) => of, 'key'),
    ...PROCEDURES.flatMap((procedure) => {
      const mine = steps.filter(({ procedures }) => procedures.includes(procedure));
      return mine.flatMap((one, at) => {
        const before = mine[at - 1];
        if (!before || before.days <= one.days) return [];
        const says = `${one.days} days are less than the ${before.days} of "${before.key}" before it: allow more, or change the order.`;
        return [{ place: `${place}.steps[${steps.indexOf(one)}].days`, says }];
      });
    }),
    ...(steps.some(({ dueDiligence, procedures }) => dueDiligence && procedures.includes('3-4'))
      ? []
      : [
          {
            place: `${place}.steps`,
            says: 'have no due diligence in the 3/4 procedure: mark the step at which a moved concern enters.',
          },
        ]),
  ];
}

function extraDataFaults(
  { extraData, escalateAfterWeeks }: ConcernLevel,
  askDaysBefore: number,
  place: string,
  measures: readonly string[] | undefined,
): readonly PolicyFault[] {
  return [
    ...twice(extraData, place, ({ key: of }) => of, 'key'),
    ...extraData.flatMap((datum, at) => [
      // Nobody can say that there was no progress before the figures that show it have come in once.
      ...(datum.everyWeeks <= escalateAfterWeeks
        ? []
        : [
            {
              place: `${place}[${at}].everyWeeks`,
              says: `is ${datum.everyWeeks}, but the level escalates after ${escalateAfterWeeks} weeks: ask as often at least.`,
            },
          ]),
      ...(askDaysBefore < 7 * datum.everyWeeks
        ? []
        : [
            {
              place: `${place}[${at}].everyWeeks`,
              says: `is ${datum.everyWeeks}, but it is asked ${askDaysBefore} days before: ask fewer days before.`,
            },
          ]),
      ...datum.measures.flatMap((one, index) =>
        measures === undefined || measures.includes(one)
          ? []
          : [
              {
                place: `${place}[${at}].measures[${index}]`,
                says: `there is no measure ${one}: name one of ${measures.join(', ')}.`,
              },
            ],
      ),
    ]),
  ];
}

function twice<T>(list: readonly T[], place: string, of: (one: T) => string, field: string): readonly PolicyFault[] {
  const keys = list.map(of);
  return keys.flatMap((one, index) =>
    keys.indexOf(one) === index
      ? []
      : [{ place: `${place}[${index}].${field}`, says: `${one} is there already: each must be another.` }],
  );
}
