// @ts-nocheck
import type { NationalPolicy } from './national-policy.ts';

/**
 * What the country calls an office or a service on a date (`YYYY-MM-DD`): "Regional director" for `regionalDirector`
 * from September 2022, the name before until then. Undefined for a key the policy doesn't have.
 */
export function nameOn(own: Pick<NationalPolicy, 'names'>, key: string, date: string): string | undefined {
  const names = own.names.find((one) => one.key === key)?.names;
  return names?.findLast(({ from }) => from === undefined || from <= date)?.name;
}
