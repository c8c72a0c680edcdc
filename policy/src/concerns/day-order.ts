/** The latest of some ISO dates; those that are not on record don't count. */
export function latestDay(first: string, ...others: readonly (string | undefined)[]): string {
  return [first, ...others.filter((one) => one !== undefined)].sort().at(-1) ?? first;
}
