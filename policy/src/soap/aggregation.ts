import type { Cohort } from './return.ts';

/** A measure over several year groups: the mean weighted by pupils, and how many pupils it speaks of. */
export interface Weighted {
  /** Undefined where no year group gave the figure. */
  readonly value?: number;
  readonly pupils: number;
}

/**
 * The percentage of a measure over any number of year groups, or of pupil groups of several schools, weighted
 * by their pupils (M22). Year groups without the
 * figure, and empty ones, don't count. Not rounded.
 */
export function weighted(cohorts: Iterable<Pick<Cohort, 'pupils' | 'figures'>>, measure: string): Weighted {
  let pupils = 0;
  let sum = 0;
  for (const cohort of cohorts) {
    const figure = cohort.figures[measure];
    if (figure === undefined || cohort.pupils <= 0) continue;
    pupils += cohort.pupils;
    sum += figure * cohort.pupils;
  }
  return pupils === 0 ? { pupils } : { value: sum / pupils, pupils };
}

/** Weighted figures of several schools as one, weighted by their pupils again. */
export function together(figures: readonly (Weighted | undefined)[]): Weighted {
  let pupils = 0;
  let sum = 0;
  for (const figure of figures) {
    if (figure?.value === undefined) continue;
    pupils += figure.pupils;
    sum += figure.value * figure.pupils;
  }
  return pupils === 0 ? { pupils } : { value: sum / pupils, pupils };
}
