import { YEAR_GROUPS, type YearGroup } from '../trust/school.ts';
import { type SheetCell, shownIn } from './sheet.ts';

/** A longer text names no year group, and is not looked through. */
const LONGEST_NAME = 30;

/**
 * The year group that a cell of an export names: "Year 3", "Y3", "Yr 3", "Reception", "Rec", "N2", a bare 3. Undefined
 * for anything else, classes such as "3 Oak" included: they are only a part of a year group.
 */
export function yearIn(cell: SheetCell): YearGroup | undefined {
  const shown = shownIn(cell);
  if (shown.length > LONGEST_NAME) return undefined;
  const text = shown
    .toLowerCase()
    .replaceAll(/[\s.]+/g, ' ')
    .trim();
  if (/^(r|rec|reception|year r|yr r|y ?r)$/.test(text)) return 'R';
  if (/^(n|n[12]|nur|nursery)$/.test(text)) return 'N';
  const number = /^(?:year group |year |yr |ncy |y ?)?(\d{1,2})$/.exec(text)?.[1];
  return number === undefined ? undefined : YEAR_GROUPS.find((year) => year === `Y${Number(number)}`);
}
