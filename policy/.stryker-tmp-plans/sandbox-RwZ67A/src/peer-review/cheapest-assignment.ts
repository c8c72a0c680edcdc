/** Who can review whom, and at what cost. */
// @ts-nocheck

interface Assignment {
  /** How many reviewers each school still wants. */
  readonly wants: readonly number[];
  /** How many reviews each reviewer has already. */
  readonly load: readonly number[];
  /** What it costs that a reviewer comes to a school; undefined where it can't be. */
  readonly cost: (school: number, reviewer: number) => number | undefined;
  /** What it costs a reviewer to take one more review than so many. It has to rise with them. */
  readonly loadCost: (load: number) => number;
}

/**
 * Gives every school as many of the reviewers it wants as can be, at the least cost altogether: a minimum-cost flow,
 * augmented along shortest paths (Bellman-Ford), which for rising costs of load ends at the optimum. Returns the
 * reviewers of each school by place.
 */
export function cheapestAssignment({ wants, load, cost, loadCost }: Assignment): readonly ReadonlySet<number>[] {
  const given = wants.map(() => new Set<number>());
  const loads = [...load];
  for (let path = next(); path.length > 0; path = next()) {
    for (const { school, reviewer, isGiven } of path) {
      if (isGiven) given[school]?.add(reviewer);
      else given[school]?.delete(reviewer);
    }
    const last = path.at(-1)?.reviewer ?? 0;
    loads[last] = (loads[last] ?? 0) + 1;
  }
  return given;

  /** The cheapest way to give one more reviewer to a school that wants one; empty where there is none. */
  function next(): readonly Step[] {
    const open = wants.map((want, school) => ((given[school]?.size ?? 0) < want ? 0 : Number.POSITIVE_INFINITY));
    const { bySchool, byReviewer } = shortest(open);
    let best: { readonly total: number; readonly reviewer: number } | undefined;
    for (const [reviewer, way] of byReviewer.entries()) {
      const total = way.length + loadCost(loads[reviewer] ?? 0);
      if (total < (best?.total ?? Number.POSITIVE_INFINITY)) best = { total, reviewer };
    }
    const steps: Step[] = [];
    let reviewer = best?.reviewer;
    while (reviewer !== undefined) {
      const school: number | undefined = byReviewer[reviewer]?.from;
      if (school === undefined) break;
      steps.unshift({ school, reviewer, isGiven: true });
      reviewer = bySchool[school]?.from;
      if (reviewer !== undefined) steps.unshift({ school, reviewer, isGiven: false });
    }
    return steps;
  }

  function shortest(open: readonly number[]): {
    readonly bySchool: readonly Way[];
    readonly byReviewer: readonly Way[];
  } {
    const bySchool: Way[] = open.map((length) => ({ length, from: undefined }));
    const byReviewer: Way[] = load.map(() => ({ length: Number.POSITIVE_INFINITY, from: undefined }));
    for (let isShorter = true; isShorter; ) {
      isShorter = false;
      for (const [school, mine] of given.entries()) {
        for (const reviewer of load.keys()) {
          const price = cost(school, reviewer);
          if (price === undefined) continue;
          const [here, there] = [bySchool[school]?.length ?? 0, byReviewer[reviewer]?.length ?? 0];
          // A reviewer a school has can be taken from it again; one it hasn't can be given to it.
          if (mine.has(reviewer)) {
            if (there - price >= here) continue;
            bySchool[school] = { length: there - price, from: reviewer };
          } else {
            if (here + price >= there) continue;
            byReviewer[reviewer] = { length: here + price, from: school };
          }
          isShorter = true;
        }
      }
    }
    return { bySchool, byReviewer };
  }
}

interface Way {
  readonly length: number;
  readonly from: number | undefined;
}

interface Step {
  readonly school: number;
  readonly reviewer: number;
  readonly isGiven: boolean;
}
