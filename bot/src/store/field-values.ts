/** Values of the domain as SharePoint's columns take them, and when a row already holds them. */
import { Temporal } from 'temporal-polyfill';
import type { Item } from './item.ts';
import type { Fields, FieldValue } from './list-definition.ts';

/** Text longer than this is refused by a single-line column. */
export const SINGLE_LINE = 255;

/** A single line for people to read, cut where SharePoint would refuse it. */
export const oneLine = (value: string): string => {
  const flat = value.replaceAll(/\s+/g, ' ').trim();
  return flat.length <= SINGLE_LINE ? flat : `${flat.slice(0, SINGLE_LINE - 1)}…`;
};

/** A day as an instant that is this day in every time zone of the United Kingdom and of most tenants' sites. */
export const dayValue = (day: string | undefined): FieldValue => (day === undefined ? null : `${day}T12:00:00Z`);

/** SharePoint keeps whole seconds. */
export const momentValue = (moment: Temporal.Instant): string =>
  moment.round({ smallestUnit: 'second', roundingMode: 'floor' }).toString();

export const wallClockValue = (wallClock: string, timeZone: string): string =>
  Temporal.PlainDateTime.from(wallClock).toZonedDateTime(timeZone).toInstant().toString();

/** Whether the row holds these values already, whatever form SharePoint gives them. */
export function holds(item: Item, fields: Fields): boolean {
  return Object.entries(fields).every(([name, value]) => same(item.fields[name], value));
}

/** Of these fields, those that the row does not hold yet. */
export function changes(item: Item, fields: Fields): Fields {
  return Object.fromEntries(Object.entries(fields).filter(([name, value]) => !same(item.fields[name], value)));
}

const MOMENT = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d)?(\.\d+)?(Z|[+-]\d\d:\d\d)$/;

function same(there: unknown, wanted: FieldValue): boolean {
  if (isEmpty(there) || isEmpty(wanted)) return isEmpty(there) && isEmpty(wanted);
  if (typeof there === 'string' && typeof wanted === 'string') {
    if (MOMENT.test(there) && MOMENT.test(wanted)) return Date.parse(there) === Date.parse(wanted);
    return there.replaceAll('\r\n', '\n') === wanted.replaceAll('\r\n', '\n');
  }
  return there === wanted;
}

const isEmpty = (value: unknown): boolean => value === undefined || value === null || value === '';
