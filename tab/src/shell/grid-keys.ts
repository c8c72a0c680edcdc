import type { KeyboardEvent } from 'react';

/** How far an arrow or Enter goes from a cell: rows, columns. */
const MOVES: Readonly<Record<string, readonly [number, number]>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
  Enter: [1, 0],
};

/**
 * Moves through a table of inputs as a spreadsheet does: up and down by arrows or Enter, sideways from the edge of what
 * is typed. Rows and cells without an input are passed over; at the edge of the table nothing moves. For `onKeyDown` of
 * the table.
 */
export function moveInTable(event: KeyboardEvent<HTMLTableElement>): void {
  const move = MOVES[event.key];
  const from = event.target;
  if (move === undefined || !(from instanceof HTMLInputElement) || event.altKey || event.ctrlKey || event.metaKey)
    return;
  const [down, across] = event.key === 'Enter' && event.shiftKey ? ([-1, 0] as const) : move;
  if (across !== 0 && (event.shiftKey || !isAtEdge(from, across))) return;
  const cell = from.closest('td');
  const row = cell?.closest('tr');
  if (!cell || !row) return;
  const to = down === 0 ? inRow(row, cell.cellIndex, across) : inColumn(row, cell.cellIndex, down);
  if (!to) return;
  event.preventDefault();
  to.focus();
  to.select();
}

/** Whether the caret can go no further that way, or all that is typed is selected. */
function isAtEdge({ selectionStart, selectionEnd, value }: HTMLInputElement, across: number): boolean {
  if (selectionStart === 0 && selectionEnd === value.length) return true;
  return selectionStart === selectionEnd && selectionStart === (across < 0 ? 0 : value.length);
}

const inputIn = (cell: Element | undefined) => cell?.querySelector<HTMLInputElement>('input') ?? undefined;

function inRow(row: HTMLTableRowElement, start: number, step: number): HTMLInputElement | undefined {
  for (let column = start + step; column >= 0 && column < row.cells.length; column += step) {
    const input = inputIn(row.cells[column]);
    if (input) return input;
  }
  return undefined;
}

function inColumn(start: HTMLTableRowElement, column: number, step: number): HTMLInputElement | undefined {
  const rows = [...(start.closest('table')?.rows ?? [])];
  for (let row = rows.indexOf(start) + step; row >= 0 && row < rows.length; row += step) {
    const input = inputIn(rows[row]?.cells[column]);
    if (input) return input;
  }
  return undefined;
}
