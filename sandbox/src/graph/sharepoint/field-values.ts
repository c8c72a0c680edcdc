import { badRequest } from '../exchange.ts';
import type { Column } from './column-store.ts';

type FieldValue = string | number | boolean | readonly string[];
export type Fields = Readonly<Record<string, FieldValue>>;

const systemFields = [
  'id',
  'ContentType',
  'Created',
  'Modified',
  'AuthorLookupId',
  'EditorLookupId',
  '_UIVersionString',
  'Attachments',
];

/** `old` with what was given: each value of its column's type, `null` empties. 400 names the field that is wrong, or required and missing: a column made
 * required later asks nothing of rows that leave it alone. */
export function merged(
  columns: readonly Column[],
  old: Fields | undefined,
  given: Readonly<Record<string, unknown>>,
): Fields {
  const result: Record<string, FieldValue> = { ...old };
  for (const [name, value] of Object.entries(given)) {
    if (name.includes('@')) continue;
    const column = columns.find((one) => one.name === name);
    if (systemFields.includes(name) || column?.readOnly) throw badRequest(`Field '${name}' is read-only.`);
    if (!column) throw badRequest(`Field '${name}' is not recognized`);
    if (value === null || value === '') delete result[name];
    else result[name] = fitting(column, value);
  }
  for (const column of columns) {
    if (old && !(column.name in given)) continue;
    if (column.required && result[column.name] === undefined) throw badRequest(`Field '${column.name}' is required.`);
  }
  return result;
}

function fitting(column: Column, value: unknown): FieldValue {
  switch (column.facet) {
    case 'text':
      return text(column, value);
    case 'number':
      return number(column, value);
    case 'boolean':
      if (typeof value === 'boolean') return value;
      throw wrong(column, 'a boolean');
    case 'dateTime':
      return dateTime(column, value);
    case 'choice':
      return choice(column, value);
  }
}

function wrong(column: Column, wanted: string): Error {
  return badRequest(`The value of field '${column.name}' must be ${wanted}.`);
}

function text(column: Column, value: unknown): string {
  if (typeof value !== 'string') throw wrong(column, 'a string');
  const most = Number(
    column.details.maxLength ?? (column.details.allowMultipleLines === true ? Number.POSITIVE_INFINITY : 255),
  );
  if (value.length > most)
    throw badRequest(
      `The value of field '${column.name}' has ${value.length} characters, more than the ${most} of its column.`,
    );
  return value;
}

function number(column: Column, value: unknown): number {
  if (typeof value !== 'number') throw wrong(column, 'a number');
  const { minimum, maximum } = column.details;
  if (typeof minimum === 'number' && value < minimum) throw wrong(column, `at least ${minimum}`);
  if (typeof maximum === 'number' && value > maximum) throw wrong(column, `at most ${maximum}`);
  return value;
}

/** SharePoint keeps whole seconds in UTC; a date-only column keeps the date. */
function dateTime(column: Column, value: unknown): string {
  const dated =
    typeof value === 'string' && /^\d{4}-\d\d-\d\d(T\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d)?)?$/.test(value);
  const instant = dated
    ? new Date(value.length > 10 && !/(Z|[+-]\d\d:\d\d)$/.test(value) ? `${value}Z` : value)
    : undefined;
  if (!instant || Number.isNaN(instant.getTime())) throw wrong(column, 'a date and time in ISO 8601');
  return column.details.format === 'dateOnly'
    ? `${instant.toISOString().slice(0, 10)}T00:00:00Z`
    : `${instant.toISOString().slice(0, 19)}Z`;
}

function choice(column: Column, value: unknown): FieldValue {
  const choices = column.details.choices as readonly string[];
  const free = column.details.allowTextEntry === true;
  const fits = (one: unknown): one is string => typeof one === 'string' && (free || choices.includes(one));
  if (column.details.displayAs === 'checkBoxes') {
    if (Array.isArray(value) && value.every(fits)) return value;
    throw wrong(column, `an array of ${choices.join(', ')}`);
  }
  if (fits(value)) return value;
  throw wrong(column, `one of ${choices.join(', ')}`);
}

/** What the index of a column holds of a value, or nothing if it is empty. */
export function indexed(value: FieldValue | undefined): string | number | undefined {
  if (value === undefined || Array.isArray(value)) return undefined;
  return typeof value === 'boolean' ? Number(value) : (value as string | number);
}
