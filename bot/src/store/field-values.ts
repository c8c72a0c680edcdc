/** Values of the domain as SharePoint's columns take them, and when a row already holds them. */
import { Temporal } from 'temporal-polyfill';
import type { Item } from './item.ts';
import type { Fields, FieldValue, Holds, ListDefinition } from './list-definition.ts';

/** Text longer than this is refused by a single-line column. */
const SINGLE_LINE = 255;

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
export function holds(list: ListDefinition, timeZone: string, item: Item, fields: Fields): boolean {
  return Object.keys(changes(list, timeZone, item, fields)).length === 0;
}

/** Of these fields, those that the row does not hold yet. */
export function changes(list: ListDefinition, timeZone: string, item: Item, fields: Fields): Fields {
  const kinds = new Map(list.columns.map(({ name, holds: { as } }) => [name, as]));
  return Object.fromEntries(
    Object.entries(fields).filter(([name, value]) => !same(item.fields[name], value, kinds.get(name), timeZone)),
  );
}

function same(there: unknown, wanted: FieldValue, kind: Holds['as'] | undefined, timeZone: string): boolean {
  if (isEmpty(there) || isEmpty(wanted)) return isEmpty(there) && isEmpty(wanted);
  if (typeof there !== 'string' || typeof wanted !== 'string') return there === wanted;
  if (kind === 'moment' || kind === 'date') {
    const [a, b] = [Date.parse(there), Date.parse(wanted)];
    if (Number.isNaN(a) || Number.isNaN(b)) return there === wanted;
    return kind === 'moment' ? a === b : dayAt(a, timeZone) === dayAt(b, timeZone);
  }
  return there.replaceAll('\r\n', '\n') === wanted.replaceAll('\r\n', '\n');
}

const dayAt = (milliseconds: number, timeZone: string): string =>
  Temporal.Instant.fromEpochMilliseconds(milliseconds).toZonedDateTimeISO(timeZone).toPlainDate().toString();

const isEmpty = (value: unknown): boolean => value === undefined || value === null || value === '';
