// @ts-nocheck
import type { Measure } from '../trust-policy.ts';
import type { ReportFigure } from './report.ts';

/** A measure with its value and, where known, its change. */
export function figureOf({ name, unit }: Measure, value: number, change: number | undefined): ReportFigure {
  return { label: name, value, unit, ...(change === undefined ? {} : { change }) };
}

/** "Reading 76%, up 6; Maths hidden". */
export function listed(figures: readonly ReportFigure[]): string {
  return figures.map((one) => said(one)).join('; ');
}

function said({ label, value, unit, change, hidden }: ReportFigure): string {
  if (hidden) return `${label} hidden`;
  const moved =
    change === undefined ? '' : change === 0 ? ', unchanged' : `, ${change > 0 ? 'up' : 'down'} ${Math.abs(change)}`;
  return `${label} ${value}${unit === '%' ? '%' : ''}${moved}`;
}

/** "1 pupil", "30 pupils". */
export function counted(pupils: number): string {
  return pupils === 1 ? '1 pupil' : `${pupils} pupils`;
}
