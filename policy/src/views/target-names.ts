import type { TargetCell } from '../targets/target.ts';
import { cellName, measureOf } from '../targets/target-cells.ts';
import type { TrustPolicy } from '../trust-policy.ts';
import type { SchoolTarget } from './views.ts';

/** How a target is named, and which way is better; a measure the policy no longer has keeps its key. */
export function targetNames(
  policy: TrustPolicy,
  cell: TargetCell,
): Pick<SchoolTarget, 'name' | 'measureName' | 'better'> {
  const { name = cell.measure, better = 'higher' } = measureOf(policy, cell.measure) ?? {};
  return { name: cellName(policy, cell), measureName: name, better };
}
