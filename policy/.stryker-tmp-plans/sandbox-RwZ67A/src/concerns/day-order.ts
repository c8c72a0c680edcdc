/** The latest of some ISO dates; those that are not on record don't count. */
// @ts-nocheck

export function latestDay(first: string, ...others: readonly (string | undefined)[]): string {
  return [first, ...others.filter((one) => one !== undefined)].sort().at(-1) ?? first;
}

/** The earliest of some ISO dates. */
export function earliestDay(first: string, ...others: readonly string[]): string {
  return [first, ...others].sort()[0] ?? first;
}
