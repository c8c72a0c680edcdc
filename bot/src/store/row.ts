/**
 * Reads a row's columns. Anybody with the right may type nonsense into a list, so nothing here throws at the reader:
 * a cell that can't be read is reported, a row without which there is no fact is left out and reported.
 */
import { Temporal } from 'temporal-polyfill';
import type { RowProblem } from '../world.ts';
import type { Item } from './item.ts';
import type { ListDefinition } from './list-definition.ts';

/** Ends the reading of a row that can't stand for anything; never leaves {@link readRow}. */
class Unreadable extends Error {}

export type Read<T> = { readonly value?: T; readonly problems: readonly RowProblem[] };

/** Reads one item by `reader`; hostile content gives problems, never an exception. */
export function readRow<T>(list: ListDefinition, item: Item, timeZone: string, reader: (row: Row) => T): Read<T> {
  const row = new Row(list, item, timeZone);
  try {
    return { value: reader(row), problems: row.problems };
  } catch (error) {
    if (error instanceof Unreadable) return { problems: row.problems };
    throw error;
  }
}

export class Row {
  readonly problems: RowProblem[] = [];
  constructor(
    private readonly list: ListDefinition,
    private readonly item: Item,
    private readonly timeZone: string,
  ) {}

  get version(): string {
    return this.item.version;
  }

  /** The row's key; a row whose key is not `expected` was edited by hand and says nothing reliable. */
  keyed(expected: string): string {
    if (this.item.key !== expected) {
      this.unreadable('Key', `holds "${this.item.key}", but its other columns make it "${expected}"`);
    }
    return expected;
  }

  key(form: RegExp, example: string): string {
    if (!form.test(this.item.key)) this.unreadable('Key', `holds "${this.item.key}", which is not like ${example}`);
    return this.item.key;
  }

  /** Text, empty where there is none. */
  text(column: string): string {
    const value = this.item.fields[column];
    if (value === undefined || value === null) return '';
    if (typeof value === 'string') return value.replaceAll('\r\n', '\n');
    if (typeof value === 'number' || typeof value === 'boolean') return String(value);
    this.report(column, 'does not hold text');
    return '';
  }

  optionalText(column: string): string | undefined {
    const value = this.text(column).trim();
    return value === '' ? undefined : value;
  }

  neededText(column: string, form: RegExp = /\S/, example = 'text'): string {
    const value = this.text(column).trim();
    if (!form.test(value))
      this.unreadable(column, value === '' ? 'is empty' : `holds "${value}", which is not ${example}`);
    return value;
  }

  /** The lines of a column of many, without empty ones. */
  lines(column: string): string[] {
    return this.text(column)
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== '');
  }

  oneOf<T extends string>(column: string, choices: readonly T[]): T {
    return this.optionalOneOf(column, choices) ?? this.unreadable(column, `has to be one of ${choices.join(', ')}`);
  }

  optionalOneOf<T extends string>(column: string, choices: readonly T[]): T | undefined {
    const value = this.text(column).trim();
    if (value === '') return undefined;
    const found = choices.find((choice) => choice === value);
    if (found === undefined) this.report(column, `holds "${value}", which is none of ${choices.join(', ')}`);
    return found;
  }

  /** A number within bounds; reported and left out if it is none. */
  number(column: string, least: number, most: number): number | undefined {
    const given = this.item.fields[column];
    if (given === undefined || given === null || given === '') return undefined;
    const value = typeof given === 'string' ? Number(given.trim() || Number.NaN) : given;
    if (typeof value === 'number' && value >= least && value <= most) return value;
    this.report(column, `holds ${JSON.stringify(given)}, which is not a number from ${least} to ${most}`);
    return undefined;
  }

  neededNumber(column: string, least: number, most: number): number {
    const value = this.number(column, least, most);
    if (value === undefined || !Number.isInteger(value))
      this.unreadable(column, `has to be a whole number from ${least} to ${most}`);
    return value;
  }

  yesOrNo(column: string): boolean {
    const value = this.item.fields[column];
    return value === true || value === 1 || value === 'true' || value === 'Yes';
  }

  /** An ISO instant in UTC to the second. */
  moment(column: string): string | undefined {
    const value = this.optionalText(column);
    if (value === undefined) return undefined;
    try {
      return Temporal.Instant.from(value).round({ smallestUnit: 'second', roundingMode: 'floor' }).toString();
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
      this.report(column, `holds "${value}", which is not a date and time`);
      return undefined;
    }
  }

  neededMoment(column: string): string {
    return this.moment(column) ?? this.unreadable(column, 'has to be a date and time');
  }

  /** A day. SharePoint keeps a day as an instant: midnight where the site is, or noon as we write it. */
  date(column: string): string | undefined {
    const moment = this.moment(column);
    if (moment === undefined) return undefined;
    return Temporal.Instant.from(moment).toZonedDateTimeISO(this.timeZone).toPlainDate().toString();
  }

  /** Wall-clock time in the trust's time zone, `2026-09-08T14:00`. */
  neededWallClock(column: string): string {
    return this.wallClock(column) ?? this.unreadable(column, 'has to be a date and time');
  }

  wallClock(column: string): string | undefined {
    const moment = this.moment(column);
    if (moment === undefined) return undefined;
    const zoned = Temporal.Instant.from(moment).toZonedDateTimeISO(this.timeZone);
    return zoned.toPlainDateTime().toString({ smallestUnit: 'minute' });
  }

  report(column: string, says: string): void {
    const display = this.list.columns.find(({ name }) => name === column)?.displayName ?? column;
    this.problems.push({
      list: this.list.title,
      itemId: this.item.id,
      key: this.item.key,
      column: display,
      says: `"${display}" ${says}.`,
    });
  }

  unreadable(column: string, says: string): never {
    this.report(column, says);
    throw new Unreadable();
  }
}
