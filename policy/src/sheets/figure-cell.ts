import type { Measure } from '../trust-policy.ts';
import type { SheetCell } from './sheet.ts';

/** What a cell gives to the reader of typed figures, or why it gives nothing. */
export type CellInput = { readonly raw?: string | number } | { readonly says: string };

/** Longer is no figure, whatever it begins with. */
const LONGEST_FIGURE = 30;
const UNFIT = {
  formula: 'This is a formula. Put its result here instead: copy the cell, then paste it as values.',
  date: 'Excel made a date of this. Set the cell’s format to General and type the figure again.',
  merged: 'This cell is merged with others. Unmerge them and give each figure a cell of its own.',
} as const;

/** Takes what stands in a cell that wants a figure. Whether the figure makes sense is for the reader of figures (M15). */
export function figureIn(cell: SheetCell, unit: Measure['unit'], fractions = false): CellInput {
  switch (cell.is) {
    case 'empty':
      return {};
    case 'number':
      if (cell.percent === true && unit === 'count') return { says: 'This is a percentage. Give a whole number.' };
      return percentage(cell.number, unit, fractions && cell.percent !== true, cell.percent === true);
    case 'text': {
      const text = cell.text.trim();
      if (text === '') return {};
      if (text.length > LONGEST_FIGURE) return { says: 'This is a text. Give a number, or clear the cell.' };
      // Only what stands without a % sign can be meant as a part of one.
      const bare = /^\d*[.,]?\d+$/.test(text) ? Number(text.replace(',', '.')) : Number.NaN;
      return unit === '%' && (bare < 1 || (fractions && bare >= 1))
        ? percentage(bare, unit, fractions, false)
        : { raw: text };
    }
    case 'other':
      return { says: `${cell.shows} stands here. Give a number, or clear the cell.` };
    default:
      return { says: UNFIT[cell.is] };
  }
}

/** What is wrong with a figure, after the word that stands in its place: nobody has to look up what the cell said. */
export function quoting(raw: unknown, says: string): string {
  const word = typeof raw === 'string' && !/^[\d\s.,%+-]*$/.test(raw);
  return word ? `“${raw}” stands here. ${says}` : says;
}

/** Takes what stands in a cell that wants words. */
export function wordsIn(cell: SheetCell): CellInput {
  switch (cell.is) {
    case 'empty':
      return {};
    case 'number':
      return { raw: String(cell.number) };
    case 'text':
      return { raw: cell.text };
    case 'other':
      return { raw: cell.shows };
    case 'formula':
      return { says: 'This is a formula. Put an apostrophe (’) before the = to make it text.' };
    default:
      return { says: cell.is === 'date' ? 'Excel made a date of this. Put an apostrophe before it.' : UNFIT.merged };
  }
}

function percentage(number: number, unit: Measure['unit'], fractions: boolean, shown: boolean): CellInput {
  if (!Number.isFinite(number)) return { says: 'Give a number.' };
  if (unit !== '%') return { raw: number };
  if (shown || fractions) return { raw: hundredfold(number) };
  return number > 0 && number < 1
    ? { says: `${number} could mean ${hundredfold(number)}% or ${number}%. Type it with a % sign.` }
    : { raw: number };
}

/** Without the tail that binary fractions leave: 0.57 becomes 57, not 56.99999999999999. */
function hundredfold(number: number): number {
  return Number((number * 100).toPrecision(12));
}
