/**
 * Percentages as angles, on which the chance in a cohort is the same size at every level: the variance of `n`
 * independent pupils is 1 / (4n + 2). One radian is 100 points at 50%. After Freeman, Tukey and Anscombe.
 */

const QUARTER = Math.PI / 2;

/** The angle of a figure in per cent of as many pupils. Figures beyond 0 and 100 are taken as those. */
export function angleOf(percent: number, pupils: number): number {
  const share = Math.min(1, Math.max(0, percent / 100));
  return Math.asin(Math.sqrt((share * pupils + 3 / 8) / (pupils + 3 / 4)));
}

/** The figure in per cent that lies at an angle, from 0 to 100: the reverse of `angleOf`. */
export function percentAt(angle: number, pupils: number): number {
  const sine = Math.sin(Math.min(QUARTER, Math.max(0, angle)));
  return Math.min(100, Math.max(0, (100 * (sine * sine * (pupils + 3 / 4) - 3 / 8)) / pupils));
}

/** The variance that chance in a cohort of as many independent pupils makes, in square radians. */
export function cohortVariance(pupils: number): number {
  return 1 / (4 * pupils + 2);
}

/** The share of a normal distribution below so many standard deviations; exact to seven digits (Abramowitz, 7.1.26). */
export function normalBelow(deviations: number): number {
  const x = Math.abs(deviations) / Math.SQRT2;
  const t = 1 / (1 + 0.3275911 * x);
  const series = t * (0.254829592 + t * (-0.284496736 + t * (1.421413741 + t * (-1.453152027 + t * 1.061405429))));
  const error = 1 - series * Math.exp(-x * x);
  return deviations < 0 ? (1 - error) / 2 : (1 + error) / 2;
}
