/** The shares a chance is told in, with what is said of each; finer steps would claim more than is known. */
const STEPS = [
  [0.02, 'less than one in twenty'],
  [0.1, 'about one in ten'],
  [0.2, 'about one in five'],
  [1 / 3, 'about one in three'],
  [0.5, 'about even'],
  [2 / 3, 'about two in three'],
  [0.8, 'about four in five'],
  [0.9, 'about nine in ten'],
  [0.98, 'more than nineteen in twenty'],
] as const;

/** A chance rounded as far as is honest, and in words: "about two in three". */
export interface Chance {
  /** 0 to 1. */
  readonly share: number;
  readonly says: string;
}

/** The nearest chance that can be told honestly. Never "certain", never "impossible". */
export function chanceInWords(chance: number): Chance {
  if (chance < 0.05) return { share: STEPS[0][0], says: STEPS[0][1] };
  if (chance > 0.95) return { share: STEPS[8][0], says: STEPS[8][1] };
  const [share, says] = STEPS.slice(1, -1).reduce<readonly [number, string]>(
    (near, one) => (Math.abs(one[0] - chance) < Math.abs(near[0] - chance) ? one : near),
    STEPS[1],
  );
  return { share, says };
}
