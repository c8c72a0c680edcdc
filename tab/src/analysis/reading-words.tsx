import { Badge } from '@fluentui/react-components';
import type { ShownFigure } from '@owls/policy';
import { figureText } from '../shell/figures.ts';

type Unit = Pick<ShownFigure, 'unit' | 'max'>;

const READINGS = {
  strength: { says: 'Strength', color: 'success', appearance: 'tint' },
  need: { says: 'Need', color: 'danger', appearance: 'tint' },
  'in line': { says: 'In line', color: 'informative', appearance: 'outline' },
  few: { says: 'Too few to judge', color: 'informative', appearance: 'outline' },
  alone: undefined,
} as const;

/** What a figure says beside England's. */
export function ReadingBadge({ reading }: { reading: ShownFigure['reading'] }) {
  const shown = READINGS[reading];
  if (!shown) return null;
  return (
    <Badge color={shown.color} appearance={shown.appearance}>
      {shown.says}
    </Badge>
  );
}

/** "72%" or "21.4 of 25". */
export function valueText(value: number, { unit, max }: Unit): string {
  return unit === '%' ? `${figureText(value)}%` : `${figureText(value)} of ${max}`;
}

/** "13 points below": a difference in words. */
export function apartText(difference: number, { unit }: Unit): string {
  if (difference === 0) return 'the same';
  const size = Math.abs(difference);
  const name = unit === '%' ? 'point' : 'mark';
  return `${figureText(size)} ${name}${size === 1 ? '' : 's'} ${difference > 0 ? 'above' : 'below'}`;
}
