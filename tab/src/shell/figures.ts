const figure = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 1 });
const whole = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 0 });

/** A figure as it is read in running text and tables: at most one decimal. */
export function figureText(value: number): string {
  return figure.format(value);
}

/** A figure in a dense table: without decimals. */
export function roundText(value: number): string {
  return whole.format(value);
}

/** A change in words for those who hear it: "up 4", "down 12.5", "no change". */
export function changeWords(change: number): string {
  const rounded = Math.round(change * 10) / 10;
  if (rounded === 0) return 'no change';
  return `${rounded > 0 ? 'up' : 'down'} ${figureText(Math.abs(rounded))}`;
}

/** A change as a mark and a size, for those who see it: "▲ 4", "▼ 12"; nothing where there is none. */
export function changeMark(change: number): string {
  const rounded = Math.round(change);
  if (rounded === 0) return '';
  return `${rounded > 0 ? '▲' : '▼'} ${roundText(Math.abs(rounded))}`;
}

/** "1 school", "3 schools". */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${whole.format(count)} ${count === 1 ? one : many}`;
}

/** A figure as people type it: "72", "72.5", "72,5" or "72%"; undefined where it is none. */
export function readFigure(typed: string): number | undefined {
  const figure = typed.replace('%', '').replace(',', '.').trim();
  return figure === '' || Number.isNaN(Number(figure)) ? undefined : Number(figure);
}
