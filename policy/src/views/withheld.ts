import type { Sight } from '../access/sight.ts';
import type { SchoolView } from './views.ts';

/** What the trust does not share with a reader who sees so much of a school (M1). */
export function withheldFrom({ figures, comment, categories }: Sight): SchoolView['withheld'] {
  return [
    ...(figures === 'none' ? (['figures'] as const) : []),
    ...(categories === 'none' ? (['category'] as const) : []),
    ...(comment ? [] : (['comment'] as const)),
  ];
}
