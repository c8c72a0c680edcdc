/**
 * A change of policy as a small overlay, not a copy: only what differs is written down. Objects are merged part by
 * part, and a part that is `null` in the change is taken out; a list whose members have a name of their own (`key`, `kind`, `code`, `year`, `name`) is merged member by member, a new
 * one is added at the end and `{ key: …, remove: true }` takes one out; any other value, plain lists included, replaces
 * what was there. Neither argument is changed. The result is not checked: give it to `loadPolicy`.
 */
// @ts-nocheck

export function overlay(base: unknown, change: unknown): unknown {
  if (Array.isArray(base) && Array.isArray(change)) return merged(base, change);
  if (!isParts(base) || !isParts(change)) return change;
  return Object.fromEntries(
    [...new Set([...Object.keys(base), ...Object.keys(change)])]
      .filter((key) => change[key] !== null)
      .map((key) => [key, Object.hasOwn(change, key) ? overlay(base[key], change[key]) : base[key]]),
  );
}

const NAMES = ['key', 'kind', 'code', 'year', 'name'] as const;

/** The field that tells a list's members apart: the first that every member of both lists has as text. */
export function namedBy(...lists: readonly (readonly unknown[])[]): string | undefined {
  const members = lists.flat();
  if (members.length === 0) return undefined;
  return NAMES.find((name) => members.every((one) => isParts(one) && typeof one[name] === 'string'));
}

function merged(base: readonly unknown[], change: readonly unknown[]): readonly unknown[] {
  const name = namedBy(base, change);
  if (name === undefined) return change;
  const called = (one: unknown) => (isParts(one) ? one[name] : undefined);
  const changes = new Map(change.map((one) => [called(one), one]));
  const known = new Set(base.map(called));
  return [
    ...base.map((one) => (changes.has(called(one)) ? overlay(one, changes.get(called(one))) : one)),
    ...change.filter((one) => !known.has(called(one))),
  ].filter((one) => !(isParts(one) && one.remove === true));
}

export function isParts(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
