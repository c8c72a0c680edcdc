import type { ShownAssessment } from '@owls/policy';
import { readFigure } from '../shell/figures.ts';

/** What is typed, by place: `pupils` and each measure. */
export type Typed = Readonly<Record<string, string>>;

/** What is on record, as it stands in the fields. */
export function typedOf({ record, figures }: Pick<ShownAssessment, 'record' | 'figures'>): Typed {
  const known = figures.map(({ measure }) => [measure, String(record?.figures[measure] ?? '')] as const);
  return { pupils: String(record?.pupils ?? ''), ...Object.fromEntries(known) };
}

/** What is sent; or at which places stands what is no number. What is missing or impossible the service says. */
export function outcomeOf(
  { figures }: Pick<ShownAssessment, 'figures'>,
  typed: Typed,
):
  | { readonly outcome: { readonly pupils: number; readonly figures: Readonly<Record<string, number>> } }
  | { readonly wrong: Typed } {
  const read = ['pupils', ...figures.map(({ measure }) => measure)].map((place) => {
    const text = (typed[place] ?? '').trim();
    return { place, text, value: text === '' ? undefined : readFigure(text) };
  });
  const wrong = read.filter(({ text, value }) => text !== '' && value === undefined);
  if (wrong.length > 0) {
    return {
      wrong: Object.fromEntries(wrong.map(({ place, text }) => [place, `${text} is no number. Type one such as 72.`])),
    };
  }
  const known = read.flatMap(({ place, value }) => (value === undefined ? [] : [[place, value] as const]));
  const { pupils = 0, ...given } = Object.fromEntries(known);
  return { outcome: { pupils, figures: given } };
}

/** Reads what was kept on this device; undefined where it is nothing of this form. */
export function readTyped(kept: string): Typed | undefined {
  if (kept === '') return undefined;
  try {
    const read: unknown = JSON.parse(kept);
    if (typeof read !== 'object' || read === null || Array.isArray(read)) return undefined;
    const parts = Object.entries(read);
    return parts.every(([, value]) => typeof value === 'string') ? Object.fromEntries(parts) : undefined;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
