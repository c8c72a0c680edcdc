/** Values copied out of a spreadsheet: rows by line, columns by tab. */
export function readCells(text: string): readonly (readonly string[])[] {
  const lines = text.replaceAll('\r\n', '\n').replace(/\n$/, '').split('\n');
  return lines.map((line) => line.split('\t').map((cell) => cell.trim().replace(/\s*%$/, '')));
}

/** A block laid over a grid: what each input takes, and how many of its figures lie outside and were left out. */
export interface LaidBlock {
  readonly inputs: Readonly<Record<string, string>>;
  readonly leftOut: number;
}

/**
 * Lays pasted cells over a grid of inputs, beginning at one of them. Undefined where it is a single value: that is an
 * ordinary paste. Gaps in the grid (not asked of that year group) take no value; what falls outside is left out.
 */
export function pasteInto(
  grid: readonly (readonly (string | undefined)[])[],
  start: string,
  text: string,
): LaidBlock | undefined {
  const cells = readCells(text);
  if (cells.length === 1 && cells[0]?.length === 1) return undefined;
  const row = grid.findIndex((inputs) => inputs.includes(start));
  const column = grid[row]?.indexOf(start) ?? -1;
  if (row < 0 || column < 0) return undefined;
  const inputs: Record<string, string> = {};
  let leftOut = 0;
  cells.forEach((line, down) => {
    line.forEach((cell, across) => {
      const input = grid[row + down]?.[column + across];
      if (input !== undefined) inputs[input] = cell;
      else if (cell !== '') leftOut += 1;
    });
  });
  return { inputs, leftOut };
}
