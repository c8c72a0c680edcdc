/** Rows as a CSV file's text, safe to open in a spreadsheet. */
export function csvOf(rows: readonly (readonly string[])[]): string {
  // With a byte order mark, or Excel takes it for another encoding.
  return `\uFEFF${rows.map((row) => row.map(cell).join(',')).join('\r\n')}\r\n`;
}

/** Quoted; what a spreadsheet would take for a formula becomes text. A negative number stays one. */
function cell(value: string): string {
  const safe = /^[=+\-@\t\r]/.test(value) && !/^-?\d+(\.\d+)?$/.test(value) ? `'${value}` : value;
  return `"${safe.replaceAll('"', '""')}"`;
}
