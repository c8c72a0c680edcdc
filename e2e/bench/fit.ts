import { angleOf, OWLS, predicted, type TrajectoryPolicy } from '@owls/policy';
import type { Case } from './published-years.ts';

export type Spread = TrajectoryPolicy['spread'];

type Box = { readonly [name in keyof Spread]: readonly [number, number] };

/** Where the fit may look, and the steps it looks in: coarse first, finer round the best. */
const ANYWHERE: Box = { level: [4, 30], change: [0, 12], cohort: [0.6, 3] };
/** Pupils who pass or fail each by themselves: what the fit has to be better than. */
export const INDEPENDENT: Box = { ...ANYWHERE, cohort: [1, 1] };
const STEPS = 6;
const ROUNDS = 3;

/** The spread under which what came was likeliest, given what was known before each year. */
export function fitted(cases: readonly Case[], from = ANYWHERE): Spread {
  let box = from;
  let best: Spread = OWLS.targets.trajectory.spread;
  for (let round = 0; round < ROUNDS; round += 1) {
    best = likeliest(cases, box);
    const near = (name: keyof Spread): readonly [number, number] => {
      const step = (box[name][1] - box[name][0]) / STEPS;
      return [Math.max(from[name][0], best[name] - step), Math.min(from[name][1], best[name] + step)];
    };
    box = { level: near('level'), change: near('change'), cohort: near('cohort') };
  }
  return best;
}

function likeliest(cases: readonly Case[], box: Box): Spread {
  const ticks = ([from, to]: readonly [number, number]) =>
    from === to ? [from] : Array.from({ length: STEPS + 1 }, (_, at) => from + ((to - from) * at) / STEPS);
  let best = { likelihood: Number.NEGATIVE_INFINITY, spread: OWLS.targets.trajectory.spread };
  for (const level of ticks(box.level)) {
    for (const change of ticks(box.change)) {
      for (const cohort of ticks(box.cohort)) {
        const spread = { level, change, cohort };
        const likelihood = logLikelihood(cases, spread);
        if (likelihood > best.likelihood) best = { likelihood, spread };
      }
    }
  }
  return best.spread;
}

function logLikelihood(cases: readonly Case[], spread: Spread): number {
  const own = { spread, returns: OWLS.targets.trajectory.returns };
  return cases.reduce((sum, { known, came }) => {
    const said = predicted(own, known);
    if (!said) return sum;
    const off = angleOf(came, known.pupils) - said.angle;
    return sum - (Math.log(said.variance) + (off * off) / said.variance) / 2;
  }, 0);
}
