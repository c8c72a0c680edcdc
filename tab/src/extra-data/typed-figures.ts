import type { ShownExtraData } from '@owls/policy';
import { figureText, readFigure } from '../shell/figures.ts';

/** What stands in each field, by measure; the remark under `says`. */
export type Typed = Readonly<Record<string, string>>;

/** What the form begins with: what was given of the day, or nothing. */
export function typedOf({ measures, asked }: ShownExtraData): Typed {
  const given = asked?.given;
  return {
    ...Object.fromEntries(
      measures.flatMap(({ key }) => {
        const value = given?.figures[key];
        return value === undefined ? [] : [[key, String(value)] as const];
      }),
    ),
    says: given?.says ?? '',
  };
}

/** What is kept on the device may be of any age. */
export function readTyped(kept: string): Typed | undefined {
  if (kept === '') return undefined;
  try {
    const read: unknown = JSON.parse(kept);
    if (typeof read !== 'object' || read === null) return undefined;
    return Object.fromEntries(
      Object.entries(read).filter((one): one is [string, string] => typeof one[1] === 'string'),
    );
  } catch {
    return undefined;
  }
}

/** The figures typed, or what is wrong beside each field. */
export function figuresOf(
  { measures }: Pick<ShownExtraData, 'measures'>,
  typed: Typed,
): { readonly figures: Readonly<Record<string, number>> } | { readonly wrong: Typed } {
  const read = measures.map(({ key }) => [key, (typed[key] ?? '').trim(), readFigure(typed[key] ?? '')] as const);
  const wrong = read.filter(([, text, figure]) => text !== '' && figure === undefined);
  if (wrong.length > 0)
    return { wrong: Object.fromEntries(wrong.map(([key, text]) => [key, `${text} is no number.`])) };
  return {
    figures: Object.fromEntries(read.flatMap(([key, , figure]) => (figure === undefined ? [] : [[key, figure]]))),
  };
}

/** "92.5%" or "3": a figure with its unit. */
export function shownFigure(value: number | undefined, unit: string): string {
  return value === undefined ? 'Not given' : `${figureText(value)}${unit === '%' ? '%' : ''}`;
}
