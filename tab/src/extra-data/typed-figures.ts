import type { ShownExtraData } from '@owls/policy';
import { figureText } from '../shell/figures.ts';
import type { TypedFields } from '../shell/typed-fields.ts';

/** What the form begins with, by measure and the remark under `says`: what was given of the day, or nothing. */
export function typedOf({ measures, asked }: ShownExtraData): TypedFields {
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

/** "92.5%" or "3": a figure with its unit. */
export function shownFigure(value: number | undefined, unit: string): string {
  return value === undefined ? 'Not given' : `${figureText(value)}${unit === '%' ? '%' : ''}`;
}
