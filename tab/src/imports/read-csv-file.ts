/** Largest file taken, in bytes: the register's full download of England is about 60 MB, a county's far below this. */
export const LARGEST = 20 * 1024 * 1024;

/** What can't be taken as a CSV file, in words for the person who chose it. */
export function unfit(file: { readonly name: string; readonly size: number }): string | undefined {
  if (/\.xlsx?$/i.test(file.name))
    return `${file.name} is an Excel file. Save it as CSV (comma separated) and choose that.`;
  if (!/\.(csv|txt)$/i.test(file.name)) return `${file.name} is no CSV file. Download the data as CSV and choose that.`;
  if (file.size === 0) return `${file.name} is empty.`;
  if (file.size > LARGEST) return `${file.name} is larger than 20 MB. Take the file of one county or one trust.`;
  return undefined;
}

/** What is said where the browser can't read a file. */
export function unreadable(file: { readonly name: string }, problem: unknown): string {
  const reason = problem instanceof Error ? problem.message : String(problem);
  return `${file.name} could not be read (${reason}). Is it open in another program?`;
}

/** A file's text. The government publishes UTF-8 and, in older years, Windows-1252; bytes decide which. */
export function textOf(bytes: ArrayBuffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

/** The academic year a results file's name speaks of: `ks2-2019-hampshire.csv` → `2018-19`, `2022-2023_850_ks2final.csv` → `2022-23`. */
export function yearInName(name: string): string | undefined {
  const both = /(20\d\d)[-_](?:20)?(\d\d)(?!\d)/.exec(name);
  const from = Number(both?.[1]);
  if (both && Number(both[2]) === (from + 1) % 100) return `${from}-${both[2]}`;
  const single = /(?<!\d)(20\d\d)(?!\d)/.exec(name);
  if (!single) return undefined;
  const to = Number(single[1]);
  return `${to - 1}-${String(to % 100).padStart(2, '0')}`;
}
