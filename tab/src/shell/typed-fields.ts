import { readFigure } from './figures.ts';

/** What is typed, by the field's place in the form. */
export type TypedFields = Readonly<Record<string, string>>;

/** Fields that were kept on this device as JSON; undefined where what is kept is none, for it may be of any age. */
export function keptFields(kept: string): TypedFields | undefined {
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

/** The figures of some fields; or at which places stands what is no number. What is missing or impossible the service says. */
export function figuresTyped(
  places: readonly string[],
  typed: TypedFields,
): { readonly figures: Readonly<Record<string, number>> } | { readonly wrong: TypedFields } {
  const read = places.map((place) => {
    const text = (typed[place] ?? '').trim();
    return { place, text, value: text === '' ? undefined : readFigure(text) };
  });
  const wrong = read.filter(({ text, value }) => text !== '' && value === undefined);
  if (wrong.length > 0) {
    return {
      wrong: Object.fromEntries(wrong.map(({ place, text }) => [place, `${text} is no number. Type one such as 72.`])),
    };
  }
  return {
    figures: Object.fromEntries(read.flatMap(({ place, value }) => (value === undefined ? [] : [[place, value]]))),
  };
}
