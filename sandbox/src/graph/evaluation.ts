import type { Condition, Scalar } from './filter.ts';

/** Reads a path of one row; for a collection under `any`, an array of rows. */
type Reader = (path: string) => unknown;

/** Whether a row meets a condition. Text compares whatever its case, as SharePoint and Entra ID compare it. */
export function meets(condition: Condition, read: Reader): boolean {
  switch (condition.kind) {
    case 'and':
      return meets(condition.left, read) && meets(condition.right, read);
    case 'or':
      return meets(condition.left, read) || meets(condition.right, read);
    case 'not':
      return !meets(condition.of, read);
    case 'startswith':
      return String(read(condition.path) ?? '')
        .toLowerCase()
        .startsWith(condition.with.toLowerCase());
    case 'any': {
      const rows = read(condition.path);
      return (
        Array.isArray(rows) && rows.some((row: Record<string, unknown>) => meets(condition.of, (path) => row[path]))
      );
    }
    case 'compare':
      return compares(scalar(read(condition.path)), condition.by, condition.to);
  }
}

function compares(value: Scalar, by: string, to: Scalar): boolean {
  if (value === null || to === null) {
    if (by === 'eq') return value === to;
    return by === 'ne' && value !== to;
  }
  const order = ordered(value, to);
  if (by === 'eq') return order === 0;
  if (by === 'ne') return order !== 0;
  if (by === 'gt') return order > 0;
  if (by === 'ge') return order >= 0;
  return by === 'lt' ? order < 0 : order <= 0;
}

/** Below, at or above zero, as `a` stands before, at or after `b`; empty values come first. */
export function ordered(a: Scalar, b: Scalar): number {
  if (a === null || b === null) return (a === null ? 0 : 1) - (b === null ? 0 : 1);
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  if (instant.test(String(a)) && instant.test(String(b))) return Date.parse(String(a)) - Date.parse(String(b));
  const [left, right] = [String(a).toLowerCase(), String(b).toLowerCase()];
  return left < right ? -1 : left > right ? 1 : 0;
}
const instant = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?Z?$/;

/** Objects and arrays compare as if empty; nothing the sandbox filters on is one. */
export function scalar(value: unknown): Scalar {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? value : null;
}

/** The paths a condition reads, outside `any`. */
export function pathsOf(condition: Condition): string[] {
  switch (condition.kind) {
    case 'and':
    case 'or':
      return [...pathsOf(condition.left), ...pathsOf(condition.right)];
    case 'not':
      return pathsOf(condition.of);
    default:
      return [condition.path];
  }
}

/** The equalities that must hold for the whole condition: what an index can narrow by. */
export function equalities(condition: Condition): { path: string; to: Scalar }[] {
  if (condition.kind === 'and') return [...equalities(condition.left), ...equalities(condition.right)];
  return condition.kind === 'compare' && condition.by === 'eq' ? [{ path: condition.path, to: condition.to }] : [];
}
