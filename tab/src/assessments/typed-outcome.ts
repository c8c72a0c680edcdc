import type { ShownAssessment } from '@owls/policy';
import { figuresTyped, type TypedFields } from '../shell/typed-fields.ts';

/** What is on record, as it stands in the fields: `pupils` and each measure. */
export function typedOf({ record, figures }: Pick<ShownAssessment, 'record' | 'figures'>): TypedFields {
  const known = figures.map(({ measure }) => [measure, String(record?.figures[measure] ?? '')] as const);
  return { pupils: String(record?.pupils ?? ''), ...Object.fromEntries(known) };
}

/** What is sent; or at which places stands what is no number. What is missing or impossible the service says. */
export function outcomeOf(
  { figures }: Pick<ShownAssessment, 'figures'>,
  typed: TypedFields,
):
  | { readonly outcome: { readonly pupils: number; readonly figures: Readonly<Record<string, number>> } }
  | { readonly wrong: TypedFields } {
  const read = figuresTyped(['pupils', ...figures.map(({ measure }) => measure)], typed);
  if ('wrong' in read) return read;
  const { pupils = 0, ...given } = read.figures;
  return { outcome: { pupils, figures: given } };
}
