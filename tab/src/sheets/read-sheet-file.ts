import type { InputValues, SoapContent } from '@owls/policy';
import { valuesOf } from '@owls/policy';

/** Largest workbook or export taken, in bytes; the service takes no larger one. */
export const LARGEST_SHEET = 2 * 1024 * 1024;

/** What can't be taken as a spreadsheet, in words for the person who chose it. */
export function unfitSheet(file: { readonly name: string; readonly size: number }): string | undefined {
  if (/\.(xls|xlsm|xlsb|ods|numbers)$/i.test(file.name)) return `Save ${file.name} as .xlsx first, then choose that.`;
  if (!/\.(xlsx|csv|txt)$/i.test(file.name)) return `${file.name} is no spreadsheet. Choose an .xlsx or .csv file.`;
  if (file.size === 0) return `${file.name} is empty.`;
  if (file.size > LARGEST_SHEET) return `${file.name} is larger than 2 MB. Take only the rows of year groups.`;
  return undefined;
}

/**
 * A whole return laid over the form: what it has no figure for is emptied. Rows of pupil groups that the file is silent
 * about (by key) stay as they are.
 */
export function laidOver(now: InputValues, content: SoapContent, silent: readonly string[] = []): InputValues {
  const stays = (input: string) => input.split(':').some((part) => silent.includes(part));
  const emptied = Object.fromEntries(Object.entries(now).map(([input, value]) => [input, stays(input) ? value : '']));
  return { ...emptied, ...valuesOf(content) };
}
