import type { Measure } from '../trust-policy.ts';
import { inSentence } from './in-sentence.ts';
import { lowestPart } from './lowest-part.ts';
import type { Cohort, Figures, Finding } from './return.ts';

export const RULE = 'M15';
const MOST_PUPILS = 999;

/** A row of a return as findings name it. */
export interface RowName {
  readonly at: Pick<Finding, 'year' | 'group'>;
  /** What people call it: "Year 3", "Girls". */
  readonly name: string;
  /** The same before a measure's name: "Year 3" reading; "Girls," reading. */
  readonly lead: string;
}

/** What can't be true of a row, whatever stands in others: its pupils, figures out of range, one above its parts. */
export function rowImpossible(
  measures: readonly Measure[],
  row: Pick<Cohort, 'pupils' | 'figures'>,
  of: RowName,
): Finding[] {
  return [
    ...pupilsImpossible(row, of),
    ...outOfRange(measures, row.figures, of),
    ...aboveItsParts(measures, row.figures, of),
  ];
}

/** A row's number of pupils, where it can't be true. */
function pupilsImpossible({ pupils, figures }: Pick<Cohort, 'pupils' | 'figures'>, { at, name }: RowName): Finding[] {
  const where = { level: 'error', rule: RULE, ...at, field: 'pupils' } as const;
  if (!Number.isInteger(pupils) || pupils < 0 || pupils > MOST_PUPILS) {
    return [{ ...where, says: `${name}: pupils must be a whole number from 0 to ${MOST_PUPILS}.` }];
  }
  return pupils === 0 && Object.keys(figures).length > 0
    ? [{ ...where, says: `${name} has figures but no pupils. Give the number of pupils, or clear the figures.` }]
    : [];
}

/** Figures outside what their measure allows; without `of` they are the whole school's. */
export function outOfRange(measures: readonly Measure[], figures: Figures, of?: RowName): Finding[] {
  return measures.flatMap((measure) => {
    const figure = figures[measure.key];
    if (figure === undefined) return [];
    const at = { level: 'error', rule: RULE, ...of?.at, measure: measure.key } as const;
    const what = figureName(measure, of);
    if (!Number.isFinite(figure)) return [{ ...at, says: `${what} must be a number.` }];
    if (figure < 0 || figure > measure.max) {
      return [{ ...at, says: `${what} is ${figure}${unitOf(measure)}: give a figure from 0 to ${measure.max}.` }];
    }
    return measure.unit === 'count' && !Number.isInteger(figure)
      ? [{ ...at, says: `${what} is a count: give a whole number.` }]
      : [];
  });
}

/** Figures above one they can't be above, such as reading-writing-maths above writing. */
export function aboveItsParts(measures: readonly Measure[], figures: Figures, of?: RowName): Finding[] {
  return measures.flatMap((measure) => {
    const figure = figures[measure.key];
    const lowest = lowestPart(measures, measure.within ?? [], figures);
    if (figure === undefined || !lowest || figure <= lowest.bound) return [];
    const says = `${figureName(measure, of)} is ${figure}%, above ${inSentence(lowest.name)} at ${lowest.bound}%. A pupil counts only if on track in each, so it can't be higher.`;
    return [{ level: 'error', rule: RULE, ...of?.at, measure: measure.key, says }];
  });
}

/** "Year 3 reading", "Girls, reading", and "Attendance" of the whole school. */
export function figureName({ name }: Pick<Measure, 'name'>, of?: Pick<RowName, 'lead'>): string {
  return of ? `${of.lead} ${inSentence(name)}` : name;
}

export function unitOf({ unit }: Pick<Measure, 'unit'>): string {
  return unit === '%' ? '%' : '';
}
